namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>The app that all tests of a run speak to: at MICROCRED_URL, or one of their own that the first to ask for it starts.</summary>
internal static class SharedServer
{
    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);
    private static OwnServer? s_own;

    /// <summary>Where it serves.</summary>
    public static Task<Uri> UrlAsync() => Started.Value;

    /// <summary>Ends the one of their own, and with it its data.</summary>
    public static ValueTask EndAsync() => s_own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Uri> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MICROCRED_URL") is { Length: > 0 } given)
        {
            return new Uri(given);
        }

        s_own = new OwnServer();
        using var http = new HttpClient { BaseAddress = s_own.Url };
        await s_own.StartAsync(http);
        return s_own.Url;
    }
}
