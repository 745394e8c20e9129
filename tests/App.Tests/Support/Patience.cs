namespace MicroCred.App.Tests.Support;

/// <summary>Waiting for what the app does by itself.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">It hasn't happened within a minute.</exception>
    public static async Task Until(Func<Task<bool>> happened, Func<string> complaint)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Limit)
            {
                throw new TimeoutException(complaint());
            }

            await Task.Delay(Pause);
        }
    }
}
