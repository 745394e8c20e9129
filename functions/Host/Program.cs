using System.Globalization;
using System.Runtime.InteropServices;
using MicroCred.Host.Hosting;
using MicroCred.Host.Storage;
using Serilog;
using Serilog.Extensions.Logging;

// Machines that run in a container set it; the durable extension then takes itself for another platform.
Environment.SetEnvironmentVariable("CONTAINER_NAME", null);
var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddConfiguration(commandLine).Build().GetSection("Host").Get<HostSettings>() ?? new();
List<string> faults = [];
var app = FunctionApp.Read(settings.App, commandLine, faults);
settings.Check(faults);
if (faults.Count > 0)
    return Refuse(faults);

// One log of everything, a line an entry with its exception below, on standard output and in a file.
const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";
using var log = new LoggerConfiguration().MinimumLevel.Verbose()
    .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, theme: Serilog.Sinks.SystemConsole.Themes.ConsoleTheme.None)
    .WriteTo.File(
        Path.Combine(settings.DataPath, "host.log"), outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture,
        fileSizeLimitBytes: 100_000_000, rollOnFileSizeLimit: true, retainedFileCountLimit: 2)
    .CreateLogger();
using SerilogLoggerProvider provider = new(log);
using CancellationTokenSource stop = new();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using FunctionHost host = new(app, settings, provider);
try
{
    var (url, functions) = await host.StartAsync(stop.Token);
    Console.WriteLine($"Serving {functions} functions of {app.Name} on {url}");
    await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    return 0;
}
catch (StartupException fault)
{
    return Refuse(fault.Faults);
}
catch (AzuriteException fault)
{
    return Refuse([fault.Message]);
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
