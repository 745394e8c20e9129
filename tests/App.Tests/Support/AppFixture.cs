namespace MicroCred.App.Tests.Support;

/// <summary>One running app for several tests, since starting one takes seconds.</summary>
/// <param name="settings">Settings as <c>name=value</c>.</param>
public abstract class AppFixture(params string[] settings) : IAsyncLifetime
{
    private RunningApp? _app;

    internal RunningApp App => _app ?? throw new InvalidOperationException("It isn't running.");

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync(settings);

    public async Task DisposeAsync() => await App.DisposeAsync();
}
