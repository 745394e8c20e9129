using System.Globalization;
using System.Text.RegularExpressions;
using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>What stands for <c>{{…}}</c>: a value that the file begins with, or a part of an earlier answer.</summary>
internal sealed partial class HttpFileVariables(IReadOnlyDictionary<string, string> values)
{
    private readonly Dictionary<string, Answer> _answers = [];

    public void Keep(string name, Answer answer) => _answers[name] = answer;

    public string Fill(string text) => Reference().Replace(text, reference => Value(reference.Groups["of"].Value));

    private string Value(string reference) =>
        reference switch
        {
            "$timestamp" => DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "$guid" => $"{Guid.NewGuid()}",
            _ when values.TryGetValue(reference, out var value) => Fill(value),
            _ when OfAnAnswer().Match(reference) is { Success: true } part
                    && _answers.TryGetValue(part.Groups["name"].Value, out var answer) => Part(part, answer)
                ?? throw new FormatException($"There is no {reference}: {answer}"),
            _ => throw new FormatException($"Nothing before has the name {reference}."),
        };

    private static string? Part(Match part, Answer answer) =>
        part.Groups["header"] is { Success: true } header
            ? answer.Header(header.Value)
            : JsonPlace.Find(answer.Json, part.Groups["place"].Value)?.ToString();

    [GeneratedRegex(@"\{\{(?<of>[^{}]+)\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.(headers\.(?<header>[\w-]+)|body\.(?<place>\$.+))$")]
    private static partial Regex OfAnAnswer();
}
