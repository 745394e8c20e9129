namespace MicroCred.CrashProof.Tests.World;

/// <summary>The processes to kill.</summary>
internal enum Victim
{
    /// <summary>The worker, which its Host restarts.</summary>
    Worker,

    /// <summary>The Host, which ends with its worker.</summary>
    Host,

    /// <summary>Host and worker together.</summary>
    Both,

    /// <summary>One of two Hosts with its worker, for good: the other must continue alone.</summary>
    OneOfTwoHosts,
}
