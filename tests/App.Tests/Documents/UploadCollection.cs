namespace MicroCred.App.Tests.Documents;

[CollectionDefinition(Name)]
public sealed class UploadCollection : ICollectionFixture<UploadStorage>
{
    public const string Name = "uploads";
}
