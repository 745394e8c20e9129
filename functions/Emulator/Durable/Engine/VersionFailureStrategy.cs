namespace MicroCred.Emulator.Durable.Engine;

/// <summary>What becomes of an instance that the app's code may not run.</summary>
internal enum VersionFailureStrategy
{
    /// <summary>It stays as it is, for code that may.</summary>
    Reject,

    /// <summary>It fails.</summary>
    Fail,
}
