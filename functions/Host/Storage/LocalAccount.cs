using System.Data.Common;
using System.Net;
using System.Net.Sockets;

namespace MicroCred.Host.Storage;

/// <summary>The development account of this machine, by the ports of its three services.</summary>
internal sealed record LocalAccount(int BlobPort, int QueuePort, int TablePort)
{
    /// <summary>What a connection string connects to; null when that is not this machine's development account.</summary>
    public static LocalAccount? Of(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (Part(parts, "UseDevelopmentStorage") == "true")
            return new LocalAccount(10000, 10001, 10002);

        return Part(parts, "AccountName") == DevelopmentAccount.Name
            && Port(parts, "BlobEndpoint") is { } blob && Port(parts, "QueueEndpoint") is { } queue && Port(parts, "TableEndpoint") is { } table
                ? new LocalAccount(blob, queue, table)
                : null;
    }

    /// <summary>How many of the three services answer.</summary>
    public async Task<int> ListeningAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(new[] { BlobPort, QueuePort, TablePort }.Select(port => ListensAsync(port, cancellationToken)));
        return answers.Count(listens => listens);
    }

    private static string? Part(DbConnectionStringBuilder parts, string name) => parts.TryGetValue(name, out var value) ? (string)value : null;

    private static int? Port(DbConnectionStringBuilder parts, string endpoint) =>
        Uri.TryCreate(Part(parts, endpoint), UriKind.Absolute, out var uri) && uri.IsLoopback ? uri.Port : null;

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
