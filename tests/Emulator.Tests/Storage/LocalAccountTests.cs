using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Tests.Storage;

public static class LocalAccountTests
{
    private const string Key = "AccountKey=QQ==";

    [Fact]
    public static void Development_storage_is_at_the_usual_ports() =>
        Assert.Equal(new LocalAccount(10000, 10001, 10002), LocalAccount.Of("UseDevelopmentStorage=true"));

    [Fact]
    public static void It_may_be_at_other_ports() => Assert.Equal(
        new LocalAccount(1, 2, 3),
        LocalAccount.Of(
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;{Key};BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;" +
            "QueueEndpoint=http://localhost:2/devstoreaccount1;TableEndpoint=http://127.0.0.1:3/devstoreaccount1;"));

    [Theory]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=real;{Key};EndpointSuffix=core.windows.net")]
    [InlineData($"AccountName=devstoreaccount1;{Key};BlobEndpoint=http://azurite:1/d;QueueEndpoint=http://azurite:2/d;TableEndpoint=http://azurite:3/d")]
    [InlineData("UseDevelopmentStorage=false")]
    public static void Any_other_account_is_not_this_machine_s(string connectionString) => Assert.Null(LocalAccount.Of(connectionString));
}
