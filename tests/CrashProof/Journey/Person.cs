using System.Net;
using System.Net.Http.Headers;
using MicroCred.CrashProof.Tests.World;

namespace MicroCred.CrashProof.Tests.Journey;

/// <summary>
/// Acts as people and programs do: after an error or no answer, repeats the same request with the same Idempotency-Key. A refusal isn't
/// retried: it would mean that the first try succeeded and wasn't recognised.
/// </summary>
internal sealed class Person(AppWorld world, string persona)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <returns>The answer's body.</returns>
    /// <exception cref="InvalidOperationException">The app refuses the request.</exception>
    /// <exception cref="TimeoutException">There are only errors for five minutes.</exception>
    public async Task<string> DoAsync(HttpMethod method, string path, Func<HttpContent?> content)
    {
        var key = $"{Guid.NewGuid()}";
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            string trouble;
            try
            {
                var (status, body) = await SendAsync(method, path, content(), key);
                if (status < HttpStatusCode.BadRequest)
                {
                    return body;
                }

                trouble = $"{method} {path} as {persona}: {(int)status} {body}";
                if (status < HttpStatusCode.InternalServerError)
                {
                    throw new InvalidOperationException(trouble);
                }
            }
            catch (Exception broken)
                when (broken is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                trouble = $"{method} {path} as {persona}: {broken.Message}";
            }

            if (TimeProvider.System.GetElapsedTime(start) > Limit)
            {
                throw new TimeoutException(trouble);
            }

            await Task.Delay(Pause);
        }
    }

    public Task<string> ReadAsync(string path) => DoAsync(HttpMethod.Get, path, () => null);

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        request.Headers.Add("Idempotency-Key", key);
        using var enough = new CancellationTokenSource(AnswerLimit);
        using var answer = await world.Http.SendAsync(request, enough.Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(enough.Token));
    }
}
