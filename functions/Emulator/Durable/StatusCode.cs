namespace MicroCred.Emulator.Durable;

/// <summary>Why a call to the engine was refused. The numbers are gRPC's, as in the real client.</summary>
public enum StatusCode
{
    /// <summary>It was not refused.</summary>
    OK = 0,

    /// <summary>There is no such instance.</summary>
    NotFound = 5,

    /// <summary>The instance has ended.</summary>
    FailedPrecondition = 9,

    /// <summary>The instance is of a version that this app's code may not run.</summary>
    Unavailable = 14,
}
