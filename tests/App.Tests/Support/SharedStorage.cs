using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Host.Storage;

namespace MicroCred.App.Tests.Support;

/// <summary>
/// One in-memory Azurite for all tests of this assembly, ended with the process. Each app that a test runs has a separate account, so that
/// none sees another's data.
/// </summary>
internal static class SharedStorage
{
    private const int Accounts = 400;

    /// <summary>The published key for local development; Azurite accepts it for any account.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Common = "devstoreaccount1";

    private static readonly Lazy<Task<Azurite>> Running = new(StartAsync);
    private static int _taken;

    public static async Task<string> ConnectionStringAsync() => (await Running.Value).ConnectionString;

    /// <summary>The connection string of a new account.</summary>
    public static async Task<string> AccountOfItsOwnAsync()
    {
        var number = Interlocked.Increment(ref _taken);
        Assert.InRange(number, 1, Accounts);
        return (await ConnectionStringAsync()).Replace(Common, NameOf(number), StringComparison.Ordinal);
    }

    public static async Task<TableServiceClient> TablesAsync() => new(await ConnectionStringAsync());

    public static async Task<BlobServiceClient> BlobsAsync() => new(await ConnectionStringAsync());

    public static async Task<QueueServiceClient> QueuesAsync() =>
        new(await ConnectionStringAsync(), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private static Task<Azurite> StartAsync()
    {
        var names = Enumerable.Range(1, Accounts).Select(NameOf).Prepend(Common);
        Environment.SetEnvironmentVariable("AZURITE_ACCOUNTS", string.Join(';', names.Select(name => $"{name}:{Key}")));
        return Azurite.StartAsync();
    }

    private static string NameOf(int number) => $"account{number:D4}";
}
