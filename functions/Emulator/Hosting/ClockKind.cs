namespace MicroCred.Emulator.Hosting;

/// <summary>Which time the app lives in.</summary>
internal enum ClockKind
{
    /// <summary>The machine's.</summary>
    System,

    /// <summary>One that jumps to whatever is due next, for simulation.</summary>
    Virtual,
}
