namespace MicroCred.Tests.Support.Storage;

/// <summary>What a request to storage is for.</summary>
public enum RequestKind
{
    /// <summary>A step of what somebody wants done.</summary>
    Work,

    /// <summary>Looking for messages, and finding none.</summary>
    Poll,

    /// <summary>Taking, renewing and giving back a lease.</summary>
    Lease,

    /// <summary>
    /// What engine and host keep of themselves: partitions, who is alive, timers' schedules, what has to be there at the start.
    /// </summary>
    Upkeep,
}
