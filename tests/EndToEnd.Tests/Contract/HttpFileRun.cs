using System.Text;
using System.Text.RegularExpressions;
using MicroCred.Demo.Playing;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>Sends the file's requests in order, as a person would from an editor.</summary>
internal sealed partial class HttpFileRun(RunningInstance instance, HttpFileVariables variables)
{
    private const string Bearer = "Bearer ";
    private static readonly Patience Patience = new(TimeSpan.FromSeconds(30));
    private static readonly string[] OfTheBody = ["Authorization", "Content-Type"];

    /// <summary>What it answers, as the file says; sent again until then where the file says to wait.</summary>
    public async Task<Answer> SendAsync(HttpFileRequest request)
    {
        Answer answer;
        if (request.OnceThereIs is { } place)
        {
            Answer? last = null;
            answer = await Patience.UntilAsync(
                async () => Fits(request, last = await OnceAsync(request)) && JsonPlace.Find(last.Json, place) is not null ? last : null,
                () => Task.FromResult($"{request} should answer {request.Status} with {place}: {last}"),
                CancellationToken.None
            );
        }
        else
        {
            answer = await OnceAsync(request);
            Assert.True(Fits(request, answer), $"{request} should answer {request.Status}: {answer}");
        }

        if (request.Name is { } name)
        {
            variables.Keep(name, answer);
        }

        return answer;
    }

    private static bool Fits(HttpFileRequest request, Answer answer) => (int)answer.Status == request.Status;

    private async Task<Answer> OnceAsync(HttpFileRequest request)
    {
        var token = request.Header("Authorization") is { } given ? variables.Fill(given) : null;
        var caller = token is null ? instance.Anyone : instance.As(token[Bearer.Length..]);
        var headers = request.Headers.Where(header => !OfTheBody.Contains(header.Name));
        using var content = Content(request);
        return await caller.SendAsync(
            new HttpMethod(request.Method),
            variables.Fill(request.Target),
            content,
            [.. headers.Select(header => header with { Value = variables.Fill(header.Value) })]
        );
    }

    private ByteArrayContent? Content(HttpFileRequest request)
    {
        if (request.Header("Content-Type") is not { } type)
        {
            return request.Body.Length == 0 ? null : throw new FormatException($"{request} has a body of no type.");
        }

        var lineEnd = type.StartsWith("multipart/", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = request
            .Body.Split('\n')
            .Select(line =>
                Include().Match(line) is { Success: true } file
                    ? File.ReadAllBytes(variables.Fill(file.Groups["path"].Value))
                    : Encoding.UTF8.GetBytes(variables.Fill(line))
            );
        var between = Encoding.UTF8.GetBytes(lineEnd);
        var content = new ByteArrayContent([.. lines.SelectMany((line, index) => index == 0 ? line : [.. between, .. line])]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    [GeneratedRegex(@"^< (?<path>.+)$")]
    private static partial Regex Include();
}
