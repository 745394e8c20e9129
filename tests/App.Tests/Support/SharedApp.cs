namespace MicroCred.App.Tests.Support;

/// <summary>One running app for all tests that need nothing of their own but an application: a start costs seconds.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public const string Name = "Shared app";

    private RunningApp? _app;

    internal RunningApp App => _app ?? throw new InvalidOperationException("It isn't running.");

    public async Task InitializeAsync() => _app = await RunningApp.Start();

    public async Task DisposeAsync() => await App.DisposeAsync();

    [CollectionDefinition(Name)]
    public sealed class Users : ICollectionFixture<SharedApp>;
}
