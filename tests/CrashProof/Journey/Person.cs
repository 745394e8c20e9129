using System.Net;
using System.Net.Http.Headers;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support;

namespace MicroCred.CrashProof.Tests.Journey;

/// <summary>
/// Somebody who does what they set out to do as people and programs do: after an error or no answer the same request again, under the same
/// Idempotency-Key. A refusal isn't tried again: it would mean that the first try got through and wasn't recognised.
/// </summary>
internal sealed class Person(AppWorld world, string persona)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <returns>The body of the answer.</returns>
    /// <exception cref="InvalidOperationException">The app refuses it.</exception>
    /// <exception cref="TimeoutException">There is no answer but errors for five minutes.</exception>
    public async Task<string> DoAsync(HttpMethod method, string path, Func<HttpContent?> content)
    {
        var key = $"{Guid.NewGuid()}";
        var last = "";
        return await Patience.UntilAsync(
            async () =>
            {
                (var answer, last) = await TryAsync(method, path, content, key);
                if (answer is null)
                    await Task.Delay(Pause);
                return answer;
            },
            () => $"{method} {path} never got an answer: {last}",
            Limit);
    }

    public Task<string> ReadAsync(string path) => DoAsync(HttpMethod.Get, path, () => null);

    private async Task<(string? Answer, string Trouble)> TryAsync(HttpMethod method, string path, Func<HttpContent?> content, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        if (method != HttpMethod.Get)
            request.Headers.Add("Idempotency-Key", key);
        using var enough = new CancellationTokenSource(AnswerLimit);
        try
        {
            using var answer = await world.Http.SendAsync(request, enough.Token);
            var text = await answer.Content.ReadAsStringAsync(enough.Token);
            if (answer.IsSuccessStatusCode)
                return (text, "");
            var trouble = $"{(int)answer.StatusCode} {text}";
            return answer.StatusCode >= HttpStatusCode.InternalServerError
                ? (null, trouble)
                : throw new InvalidOperationException($"{method} {path} as {persona} is refused: {trouble}");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return (null, broken.Message);
        }
    }
}
