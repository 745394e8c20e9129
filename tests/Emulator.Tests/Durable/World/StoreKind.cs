namespace MicroCred.Emulator.Tests.Durable.World;

/// <summary>Where the instances of a test are kept.</summary>
public enum StoreKind
{
    /// <summary>In memory.</summary>
    Memory,

    /// <summary>In Azure Tables, which here is a real Azurite.</summary>
    Tables,
}
