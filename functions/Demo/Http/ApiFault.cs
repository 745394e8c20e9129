using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroCred.Demo.Http;

/// <summary>A call that failed; the message names the call and the persona, and quotes the answer.</summary>
internal sealed class ApiFault(string message, Exception? cause = null) : Exception(message, cause)
{
    private const int MostCharacters = 300;

    public static async Task<ApiFault> FromAsync(
        HttpMethod method,
        string path,
        string? persona,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return new($"{method} {path} as {persona ?? "nobody"} answered {(int)answer.StatusCode} {answer.ReasonPhrase}: {Detail(body)}");
    }

    private static string Detail(string body)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject problem && (string?)problem["detail"] is { } detail)
            {
                return string.Join("; ", Findings(problem["findings"]).Prepend(detail));
            }
        }
        catch (JsonException)
        {
            // Not a problem document: shown unchanged.
        }

        return body.Length == 0 ? "(no body)" : body[..Math.Min(body.Length, MostCharacters)];
    }

    private static IEnumerable<string> Findings(JsonNode? findings) =>
        findings is JsonArray list ? list.Select(finding => $"{finding?["rule"]} {finding?["field"]}: {finding?["message"]}") : [];
}
