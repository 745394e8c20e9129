namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>One instance for the whole run.</summary>
[CollectionDefinition(Name)]
public sealed class InstanceCollection : ICollectionFixture<RunningInstance>
{
    public const string Name = "One running instance";
}
