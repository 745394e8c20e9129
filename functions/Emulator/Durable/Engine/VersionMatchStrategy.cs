namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Which instances an app's code may run.</summary>
internal enum VersionMatchStrategy
{
    /// <summary>All.</summary>
    None,

    /// <summary>Those of its own version.</summary>
    Strict,

    /// <summary>Those of its own version, of an older one, or of none.</summary>
    CurrentOrOlder,
}
