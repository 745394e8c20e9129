using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>
/// docs/microcred.http, in as much of the dialect of VS Code's REST Client and Visual Studio as it needs. Whatever else is in it is a
/// fault, so that no line means one thing to an editor and another here.
/// </summary>
internal sealed partial class HttpFile
{
    public const string Path = "docs/microcred.http";

    private static readonly string[] CommentMarks = ["#", "//"];

    private HttpFile(IReadOnlyDictionary<string, string> variables, IReadOnlyList<HttpFileRequest> requests) =>
        (Variables, Requests) = (variables, requests);

    /// <summary>The values that the file begins with, by name.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    public IReadOnlyList<HttpFileRequest> Requests { get; }

    public static HttpFile Parse(string text)
    {
        var lines = text.Split('\n').Select((content, index) => new HttpFileLine(index + 1, content.TrimEnd('\r'))).ToList();
        var separators = lines.Where(line => line.Text.StartsWith("###", StringComparison.Ordinal)).Select(line => line.Number).ToList();
        var variables = lines
            .Take(separators[0] - 1)
            .Where(line => line.Text.Length > 0 && !IsComment(line))
            .Select(line => Variable().Match(line.Text) is { Success: true } found ? found : throw line.Fault("isn't a variable"))
            .ToDictionary(found => found.Groups["name"].Value, found => found.Groups["value"].Value);
        var ends = separators.Skip(1).Append(lines.Count + 1);
        return new(variables, [.. separators.Zip(ends, (from, to) => Request(lines[from..(to - 1)]))]);
    }

    private static HttpFileRequest Request(IReadOnlyList<HttpFileLine> lines)
    {
        string? name = null;
        Match? expected = null;
        foreach (var comment in lines.TakeWhile(IsComment))
        {
            if (Name().Match(comment.Text) is { Success: true } named)
            {
                name = named.Groups["name"].Value;
            }
            else if (Expectation().Match(comment.Text) is { Success: true } found)
            {
                expected = found;
            }
            else
            {
                throw comment.Fault("says neither a name nor what is answered");
            }
        }

        var rest = lines.SkipWhile(IsComment).ToList();
        if (rest.Skip(1).FirstOrDefault(IsComment) is { } hidden)
        {
            throw hidden.Fault("is left out by the editors, which take it for a comment");
        }

        var head = rest.TakeWhile(line => line.Text.Length > 0).ToList();
        var line = head.FirstOrDefault() ?? throw lines[0].Fault("has no request under it");
        if (expected is null)
        {
            throw line.Fault("doesn't say what it answers");
        }

        var call = Call().Match(line.Text) is { Success: true } match ? match : throw line.Fault("isn't a method and an address");
        return new(
            line.Number,
            name,
            call.Groups["method"].Value,
            call.Groups["target"].Value,
            [
                .. head.Skip(1)
                    .Select(header =>
                        Header().Match(header.Text) is { Success: true } found
                            ? new MicroCred.EndToEnd.Tests.Http.Header(found.Groups["name"].Value, found.Groups["value"].Value)
                            : throw header.Fault("isn't a header")
                    ),
            ],
            string.Join('\n', rest.Skip(head.Count + 1).Select(body => body.Text)).TrimEnd('\n'),
            int.Parse(expected.Groups["status"].Value, CultureInfo.InvariantCulture),
            expected.Groups["place"] is { Success: true } place ? place.Value : null
        );
    }

    private static bool IsComment(HttpFileLine line) =>
        CommentMarks.Any(mark => line.Text.TrimStart().StartsWith(mark, StringComparison.Ordinal));

    [GeneratedRegex(@"^@(?<name>\w+)\s*=\s*(?<value>.+)$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^# @name (?<name>\w+)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^# Answers (?<status>\d{3})(, once there is (?<place>\$\S+))?$")]
    private static partial Regex Expectation();

    [GeneratedRegex(@"^(?<method>GET|POST|PUT|DELETE) \{\{host\}\}/(?<target>\S+)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<name>[\w-]+): (?<value>.+)$")]
    private static partial Regex Header();
}
