namespace MicroCred.App.Tests.Support;

/// <summary>A running app shared by tests that need only an application.</summary>
public sealed class SharedApp : AppFixture
{
    public const string Name = "Shared app";

    [CollectionDefinition(Name)]
    public sealed class Users : ICollectionFixture<SharedApp>;
}
