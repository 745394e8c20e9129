namespace MicroCred.Demo.Playing;

/// <summary>Polls until there is an answer or the limit passes: quickly at first, then about once a second.</summary>
internal sealed class Patience(TimeSpan limit)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public async Task<T> UntilAsync<T>(Func<Task<T?>> ask, Func<Task<string>> explain, CancellationToken cancellationToken)
        where T : class
    {
        using var enough = new CancellationTokenSource(limit);
        for (var pause = First; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, Longest.Ticks)))
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (enough.IsCancellationRequested)
            {
                throw new TimeoutException($"waited {limit.TotalSeconds:0} s: {await explain()}");
            }

            await Task.Delay(pause, cancellationToken);
        }
    }
}
