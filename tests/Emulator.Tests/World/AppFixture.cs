using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Tests.World;

/// <summary>An app that all tests of a class share.</summary>
public abstract class AppFixture(params Type[] classes) : IAsyncLifetime
{
    private TestApp _app = null!;

    public HttpClient Http => _app.Http;

    public IServiceProvider Services => _app.Services;

    protected virtual IEnumerable<string> Settings => [];

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(classes, Settings, Configure);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    protected virtual void Configure(FunctionsApplicationBuilder builder) => builder.ConfigureFunctionsWebApplication();
}
