namespace MicroCred.App.Tests.Cost;

/// <summary>The host's metrics are the process's, so nothing else may run while they are counted.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CountingRequests
{
    public const string Name = "Counting requests";
}
