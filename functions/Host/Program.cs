using System.Runtime.InteropServices;
using MicroCred.Host.Hosting;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var settings = HostSettings.From(configuration);
List<string> faults = [];
var app = FunctionApp.Read(settings.App, faults);
HostChecks.Run(settings, faults);
if (faults.Count > 0)
    return Refuse(faults);

IConfiguration hostJson = new ConfigurationBuilder()
    .AddInMemoryCollection(app.HostJson).AddConfiguration(configuration.GetSection("AzureFunctionsJobHost")).Build();
using HostLog log = new(Path.Combine(settings.DataPath, "host.log"), hostJson);
using CancellationTokenSource stop = new();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using FunctionHost host = new(app, settings, args, hostJson, log);
try
{
    var (url, functions) = await host.StartAsync(stop.Token);
    log.Say($"Serving {functions} functions of {app.Name} on {url}");
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (StartupException fault)
{
    return Refuse(fault.Faults);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}

void Stop(PosixSignalContext signal)
{
    // Ends once what was started has been stopped, which the end of the program does.
    signal.Cancel = true;
    stop.Cancel();
}

static int Refuse(IEnumerable<string> faults)
{
    Console.Error.WriteLine($"The Host doesn't start:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}");
    return 1;
}
