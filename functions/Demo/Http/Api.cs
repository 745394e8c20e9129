using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Demo.Http;

/// <summary>The public HTTP interface as used by one person. An answer other than success throws <see cref="ApiFault"/>.</summary>
internal sealed class Api(HttpClient http, string? persona = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public string? Persona => persona;

    public Api As(string other) => new(http, other);

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Get, path, content: null, cancellationToken);

    public Task<T> PostAsync<T>(string path, HttpContent? content, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Post, path, content, cancellationToken);

    /// <summary>Sends a request whose answer's content isn't needed.</summary>
    public async Task DoAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var answer = await AnswerAsync(method, path, content, cancellationToken);
    }

    /// <summary>Every item of a list, across all its pages.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var next = path; next is not null; )
        {
            var page = await GetAsync<Page<T>>(next, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            next = page.Next is null ? null : $"{path}{separator}after={Uri.EscapeDataString(page.Next)}";
        }
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var answer = await AnswerAsync(method, path, content, cancellationToken);
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Options, cancellationToken) ?? throw new JsonException("the body is null");
        }
        catch (JsonException fault)
        {
            throw new ApiFault($"{method} {path} answered {(int)answer.StatusCode} with a body that can't be read: {fault.Message}", fault);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (persona is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        }
        // The real Functions host buffers a body of known length in memory, but streams a chunked one.
        request.Headers.TransferEncodingChunked = content is null ? null : true;
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new ApiFault($"{method} {path} got no answer: {fault.Message}", fault);
        }

        using (answer.IsSuccessStatusCode ? null : answer)
        {
            return answer.IsSuccessStatusCode ? answer : throw await ApiFault.FromAsync(method, path, persona, answer, cancellationToken);
        }
    }
}
