using MicroCred.Emulator.Durable.Engine;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>What every run needs from around it.</summary>
/// <param name="Runner">Runs the code.</param>
/// <param name="Payloads">Reads and writes what goes in and out.</param>
/// <param name="Loggers">Makes the code's loggers.</param>
/// <param name="Versions">Of which version the code is.</param>
/// <param name="OnIllegalAwait">Told the instance and the execution whose code went on where it must not, perhaps after its turn.</param>
internal sealed record RunEnvironment(
    IFunctionRunner Runner, Payloads Payloads, ILoggerFactory Loggers, Versions Versions, Action<string, string> OnIllegalAwait);
