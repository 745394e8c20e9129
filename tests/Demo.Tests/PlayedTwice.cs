namespace MicroCred.Demo.Tests;

/// <summary>Two runs of the Demo on the same data; each starts and stops the app itself.</summary>
public sealed class PlayedTwice : IAsyncLifetime, IDisposable
{
    private readonly DemoRun _demo = new();

    internal (int Code, string Output) First { get; private set; }

    internal (int Code, string Output) Second { get; private set; }

    internal bool SomebodyStillAnswers { get; private set; }

    public async Task InitializeAsync()
    {
        First = await _demo.PlayOnceAsync();
        Second = await _demo.PlayOnceAsync();
        SomebodyStillAnswers = await _demo.SomebodyAnswersAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _demo.Dispose();
}
