namespace MicroCred.Tests.Support.Storage;

/// <summary>The purpose of a storage request.</summary>
public enum RequestKind
{
    /// <summary>A step of a user's operation.</summary>
    Work,

    /// <summary>A poll for messages that finds none.</summary>
    Poll,

    /// <summary>Acquiring, renewing or releasing a lease.</summary>
    Lease,

    /// <summary>Bookkeeping of engine and host: partitions, liveness, timer schedules, and creating resources at startup.</summary>
    Upkeep,
}
