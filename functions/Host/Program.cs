using System.Globalization;
using System.Runtime.InteropServices;
using MicroCred.Host.Hosting;
using MicroCred.Host.Storage;
using Serilog;
using Serilog.Extensions.Logging;

// Container images may set it, and the Durable extension would then assume another platform.
Environment.SetEnvironmentVariable("CONTAINER_NAME", null);
var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddConfiguration(commandLine).Build().GetSection("Host").Get<HostSettings>() ?? new();
List<string> faults = [];
var app = FunctionApp.Read(settings.App, commandLine, faults);
settings.Check(faults);
if (faults.Count > 0)
    return Refuse(faults);

// Everything goes to one log, on standard output and in a file: a line for each entry, followed by its exception.
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
    // The end of the program stops what was started.
    signal.Cancel = true;
    stop.Cancel();
}

static int Refuse(IEnumerable<string> faults)
{
    Console.Error.WriteLine($"The Host doesn't start:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}");
    return 1;
}
