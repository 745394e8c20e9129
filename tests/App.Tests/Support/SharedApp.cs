namespace MicroCred.App.Tests.Support;

/// <summary>For all tests that need nothing of their own but an application.</summary>
public sealed class SharedApp : AppFixture
{
    public const string Name = "Shared app";

    [CollectionDefinition(Name)]
    public sealed class Users : ICollectionFixture<SharedApp>;
}
