using System.Data.Common;
using System.Net;
using System.Net.Sockets;

namespace MicroCred.Host.Storage;

/// <summary>This machine's development storage account, by the ports of its three services.</summary>
public sealed record LocalAccount(int BlobPort, int QueuePort, int TablePort)
{
    private const string Name = "devstoreaccount1";

    /// <summary>The connection string for storage clients. The key is published, and the same for every development account.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;" +
        $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{Name};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Name};TableEndpoint=http://127.0.0.1:{TablePort}/{Name};";

    /// <summary>The account of a connection string; null when it isn't this machine's development account.</summary>
    public static LocalAccount? Of(string connectionString)
    {
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        if (Part("UseDevelopmentStorage") == "true")
            return new LocalAccount(10000, 10001, 10002);
        return Part("AccountName") == Name && Port("BlobEndpoint") is { } blob && Port("QueueEndpoint") is { } queue && Port("TableEndpoint") is { } table
            ? new LocalAccount(blob, queue, table)
            : null;

        string? Part(string name) => parts.TryGetValue(name, out var value) ? (string)value : null;

        int? Port(string endpoint) => Uri.TryCreate(Part(endpoint), UriKind.Absolute, out var uri) && uri.IsLoopback ? uri.Port : null;
    }

    /// <summary>How many of the three services answer.</summary>
    public async Task<int> ListeningAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(new[] { BlobPort, QueuePort, TablePort }.Select(port => IsListeningAsync(port, cancellationToken)))).Count(answers => answers);

    /// <summary>Whether anything listens at one of this machine's ports.</summary>
    public static async Task<bool> IsListeningAsync(int port, CancellationToken cancellationToken)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return socket.Connected;
    }
}
