using System.Runtime.InteropServices;
using MicroCred.Demo;
using MicroCred.Demo.Cases;
using MicroCred.Demo.Server;
using Spectre.Console;

if (Options.Parse(args) is not { } options)
{
    Console.WriteLine(Options.Usage);
    return Demonstration.Failure;
}

if (options.Samples is { } folder)
{
    Console.WriteLine($"{SamplesFolder.Write(folder)} cases in {Path.GetFullPath(folder)}");
    return Demonstration.Success;
}

using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return await new Demonstration(options, AnsiConsole.Console).RunAsync(stopping.Token);
}
catch (ServerFault fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return Demonstration.Failure;
}
catch (OperationCanceledException)
{
    return Demonstration.Failure;
}

void Stop(PosixSignalContext signal)
{
    // Stop the app that was started before exiting.
    signal.Cancel = true;
    stopping.Cancel();
}
