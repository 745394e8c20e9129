using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Hosting;

/// <summary>The section <c>Emulator</c> of the configuration: what concerns this host and not the app that it runs.</summary>
internal sealed record EmulatorSettings
{
    /// <summary>Where the app answers; port 0 takes any free one.</summary>
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>The folder for everything that outlives the process, relative to the working directory.</summary>
    public string DataPath { get; init; } = ".local";

    /// <summary>The simple name of the assembly that has the functions; the entry assembly when not given.</summary>
    public string? Assembly { get; init; }

    /// <summary>Where orchestrations are kept.</summary>
    public DurableStore DurableStore { get; init; }

    /// <summary>Which time the app lives in.</summary>
    public ClockKind Clock { get; init; }

    /// <summary>When a <see cref="ClockKind.Virtual"/> clock begins; the same each time, so that a simulation can be repeated.</summary>
    public DateTimeOffset ClockStart { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EmulatorSettings From(IConfiguration configuration) =>
        configuration.GetSection("Emulator").Get<EmulatorSettings>() ?? new EmulatorSettings();

    public Assembly FunctionAssembly() =>
        (Assembly is null ? System.Reflection.Assembly.GetEntryAssembly() : System.Reflection.Assembly.Load(Assembly))
        ?? throw new InvalidOperationException("No assembly has the functions: set Emulator:Assembly.");
}
