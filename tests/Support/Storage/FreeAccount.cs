using System.Net;
using System.Net.Sockets;
using MicroCred.Host.Storage;

namespace MicroCred.Tests.Support.Storage;

/// <summary>A development storage account at which nothing listens yet.</summary>
public static class FreeAccount
{
    // Below the system's ephemeral range, so that no other process is given a port between choice and use.
    private const int FirstPort = 20_000;
    private const int PastPorts = 32_000;

    /// <summary>A connection string with three ports that are free now.</summary>
    public static string ConnectionString()
    {
        var ports = Enumerable
            .Range(0, int.MaxValue)
            .Select(_ => Random.Shared.Next(FirstPort, PastPorts))
            .Where(IsFree)
            .Distinct()
            .Take(3)
            .ToArray();
        return new LocalAccount(ports[0], ports[1], ports[2]).ConnectionString;
    }

    /// <summary>Whether anything answers at an account's addresses.</summary>
    public static async Task<bool> AnswersAsync(string connectionString) =>
        await LocalAccount.Of(connectionString)!.ListeningAsync(CancellationToken.None) > 0;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
