using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.Benchmarks.World;

/// <summary>An app of <see cref="BareFunctions"/> alone, in this process, with the settings of the app's own host.json.</summary>
internal sealed class BareApp : IAsyncDisposable
{
    private readonly IHost _host;

    private BareApp(IHost host) => _host = host;

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableEngine>().Client;

    /// <param name="account">Where orchestrations are kept, in tables.</param>
    /// <param name="inMemory">Whether they are kept in memory instead.</param>
    public static async Task<BareApp> Start(Account account, bool inMemory)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
        [
            $"--Emulator:Assembly={typeof(BareApp).Assembly.GetName().Name}",
            "--Emulator:Url=http://127.0.0.1:0",
            $"--Emulator:DataPath={account.Folder.FullName}",
            $"--Emulator:DurableStore={(inMemory ? "Memory" : "Tables")}",
            $"--AzureWebJobsStorage={account.ConnectionString}",
        ]);
        builder.Classes = [typeof(BareFunctions)];
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        BareApp app = new(builder.Build());
        await app._host.StartAsync();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
