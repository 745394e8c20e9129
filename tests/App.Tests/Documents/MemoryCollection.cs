namespace MicroCred.App.Tests.Documents;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection : ICollectionFixture<UploadStorage>
{
    public const string Name = "memory of uploads";
}
