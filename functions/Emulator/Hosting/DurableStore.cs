namespace MicroCred.Emulator.Hosting;

/// <summary>Where orchestrations are kept.</summary>
internal enum DurableStore
{
    /// <summary>In Azure Table Storage.</summary>
    Tables,

    /// <summary>In memory, gone with the process.</summary>
    Memory,
}
