namespace MicroCred.Demo.Server;

/// <summary>Checks whether an App answers at an address.</summary>
internal static class Health
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task<HealthAnswer> AskAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        try
        {
            using var answer = await http.GetAsync("api/health", limited.Token);
            return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/json"
                ? HealthAnswer.Healthy
                : HealthAnswer.SomethingElse;
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return HealthAnswer.Nothing;
        }
        catch (HttpRequestException)
        {
            return HealthAnswer.SomethingElse;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthAnswer.SomethingElse;
        }
    }
}
