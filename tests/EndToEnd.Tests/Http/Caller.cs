using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Http;

/// <summary>
/// Somebody who calls the interface; every answer comes back as it is, none as an exception, once it is one that is described.
/// </summary>
internal sealed class Caller(HttpClient http, SignIn signIn, Description description)
{
    public Task<Answer> GetAsync(string path, params Header[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, JsonNode? body = null, params Header[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(body), headers);

    public Task<Answer> PutAsync(string path, JsonNode? body, params Header[] headers) =>
        SendAsync(HttpMethod.Put, path, Json(body), headers);

    public Task<Answer> DeleteAsync(string path, params Header[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params Header[] headers) =>
        SendAsync(method, path, content, CancellationToken.None, headers);

    /// <summary>The same for a caller who may go away.</summary>
    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken gone,
        params Header[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers.Append(new Header(signIn.Header, signIn.Value)).Where(header => header.Name.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, gone);
        var answer = new Answer($"{method} /{path}", response, await response.Content.ReadAsByteArrayAsync(gone));
        description.Demand(method.Method, response.RequestMessage!.RequestUri!.AbsolutePath, answer);
        return answer;
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static StringContent? Json(JsonNode? body) => body is null ? null : Json(body.ToJsonString());
}
