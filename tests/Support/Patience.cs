namespace MicroCred.Tests.Support;

/// <summary>Waits for asynchronous results, as long as a busy machine may need.</summary>
public static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The default time limit.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Polls until the answer isn't null, and returns it.</summary>
    /// <param name="ask">The question, asked repeatedly.</param>
    /// <param name="complaint">The failure's message.</param>
    /// <param name="limit">The time limit; a minute by default.</param>
    /// <exception cref="TimeoutException">There is no answer within the limit.</exception>
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

    /// <summary>Polls until the condition holds.</summary>
    /// <param name="ask">The condition, checked repeatedly.</param>
    /// <param name="complaint">The failure's message.</param>
    /// <param name="limit">The time limit; a minute by default.</param>
    /// <exception cref="TimeoutException">The condition doesn't hold within the limit.</exception>
    public static Task UntilAsync(Func<Task<bool>> ask, Func<string> complaint, TimeSpan? limit = null) =>
        UntilAsync(async () => await ask() ? "so" : null, complaint, limit);

    /// <summary>Polls until the condition holds.</summary>
    /// <param name="ask">The condition, checked repeatedly.</param>
    /// <param name="complaint">The failure's message.</param>
    /// <param name="limit">The time limit; a minute by default.</param>
    /// <exception cref="TimeoutException">The condition doesn't hold within the limit.</exception>
    public static Task UntilAsync(Func<bool> ask, Func<string> complaint, TimeSpan? limit = null) =>
        UntilAsync(() => Task.FromResult(ask()), complaint, limit);
}
