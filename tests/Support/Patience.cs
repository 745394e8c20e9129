namespace MicroCred.Tests.Support;

/// <summary>Waiting for what happens by itself, as long as a busy machine may need for it.</summary>
public static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long is waited where nothing else is said.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Asks until the answer isn't null, and gives that.</summary>
    /// <param name="ask">Asked again and again.</param>
    /// <param name="complaint">What is missing, for the failure's message.</param>
    /// <param name="limit">How long to wait; a minute where it is left out.</param>
    /// <exception cref="TimeoutException">It hasn't come in that time.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, Func<string> complaint, TimeSpan? limit = null)
        where T : class
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(start) > (limit ?? Limit))
            {
                throw new TimeoutException(complaint());
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Asks until it is so.</summary>
    /// <param name="ask">Asked again and again.</param>
    /// <param name="complaint">What is missing, for the failure's message.</param>
    /// <param name="limit">How long to wait; a minute where it is left out.</param>
    /// <exception cref="TimeoutException">It isn't so in that time.</exception>
    public static Task UntilAsync(Func<Task<bool>> ask, Func<string> complaint, TimeSpan? limit = null) =>
        UntilAsync(async () => await ask() ? "so" : null, complaint, limit);

    /// <summary>Asks until it is so.</summary>
    /// <param name="ask">Asked again and again.</param>
    /// <param name="complaint">What is missing, for the failure's message.</param>
    /// <param name="limit">How long to wait; a minute where it is left out.</param>
    /// <exception cref="TimeoutException">It isn't so in that time.</exception>
    public static Task UntilAsync(Func<bool> ask, Func<string> complaint, TimeSpan? limit = null) =>
        UntilAsync(() => Task.FromResult(ask()), complaint, limit);
}
