namespace MicroCred.CrashProof.Tests.World;

/// <summary>Which processes are killed.</summary>
internal enum Victim
{
    /// <summary>The worker, which its Host starts again.</summary>
    Worker,

    /// <summary>The Host, with which its worker ends.</summary>
    Host,

    /// <summary>Host and worker in one.</summary>
    Both,

    /// <summary>One of two Hosts with its worker, for good: the other has to go on alone.</summary>
    OneOfTwoHosts,
}
