using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Tests.World;

/// <summary>An app of a few small functions, on a free port, with a data folder of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TemporaryFolder _folder;
    private Task? _stopped;

    private TestApp(IHost host, TemporaryFolder folder)
    {
        _host = host;
        _folder = folder;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>A builder over some classes of functions, that answers HTTP and says nothing.</summary>
    public static FunctionsApplicationBuilder Builder(string dataPath, IEnumerable<string> settings, params Type[] classes)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--Emulator:Assembly=MicroCred.Emulator.Tests", "--Emulator:Url=http://127.0.0.1:0", "--Emulator:DurableStore=Memory",
            $"--Emulator:DataPath={dataPath}", .. settings.Select(setting => $"--{setting}"),
        ]);
        builder.Classes = classes;
        builder.Logging.ClearProviders();
        return builder;
    }

    /// <param name="classes">Where the functions are.</param>
    /// <param name="settings">Settings as <c>name=value</c>.</param>
    /// <param name="configure">What the app's Program does; by default it makes the app answer HTTP.</param>
    public static async Task<TestApp> StartAsync(
        Type[] classes, IEnumerable<string>? settings = null, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var folder = new TemporaryFolder();
        var builder = Builder(folder.Path, settings ?? [], classes);
        (configure ?? (app => app.ConfigureFunctionsWebApplication()))(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new TestApp(host, folder);
    }

    public Task StopAsync() => _stopped ??= _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
        Http.Dispose();
        _folder.Dispose();
    }
}
