using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MicroCred.Host.Storage;

/// <summary>
/// A private Azurite, the development storage account, in a Node.js process that ends with this one, however this one ends.
/// <c>azurite/run.js</c> lets only one at a time use its folder.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // Azurite writes its database when it closes, which takes as long as the disk needs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Where the build installed Azurite: beside its package.json, whose path is recorded in this assembly.</summary>
    private static readonly string Installed = typeof(Azurite).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;

    private readonly Process _process;
    private readonly string? _temporary;

    private Azurite(string? dataPath, LocalAccount account)
    {
        if (!Directory.Exists(Path.Combine(Installed, "node_modules", "azurite")))
            throw new AzuriteException($"Azurite isn't installed in {Installed}. Build the Host again, or run: npm ci --prefix {Installed}");

        _temporary = dataPath is null ? Directory.CreateTempSubdirectory("azurite-").FullName : null;
        var folder = _temporary ?? Directory.CreateDirectory(dataPath!).FullName;
        string[] arguments =
        [
            Path.Combine(Installed, "run.js"), .. dataPath is null ? (string[])["--inMemoryPersistence"] : ["--location", folder],
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", $"{account.BlobPort}", "--queuePort", $"{account.QueuePort}", "--tablePort", $"{account.TablePort}",
        ];
        try
        {
            _process = Process.Start(new ProcessStartInfo("node", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new AzuriteException("Azurite needs Node.js 20 or later, and there is no 'node' on the PATH.");
        }
    }

    /// <summary>The connection string for storage clients.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts Azurite and returns once it answers.</summary>
    /// <param name="dataPath">The folder that keeps the data; null keeps it in memory.</param>
    /// <param name="account">The ports on the loopback address; 0, or null for all, takes a free one.</param>
    /// <param name="cancellationToken">Cancels the wait and ends Azurite.</param>
    /// <exception cref="AzuriteException">Azurite isn't installed, doesn't start, or another one is using the folder.</exception>
    public static async Task<Azurite> StartAsync(string? dataPath = null, LocalAccount? account = null, CancellationToken cancellationToken = default)
    {
        Azurite azurite = new(dataPath, account ?? new LocalAccount(0, 0, 0));
        try
        {
            azurite.ConnectionString = (await azurite.ListeningAsync(cancellationToken)).ConnectionString;
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends Azurite after it has written its data.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    /// <summary>
    /// Starts Azurite for an account at which nothing listens. Null when all its services already answer, from another Azurite.
    /// </summary>
    internal static async Task<Azurite?> StartWhereNoneListensAsync(string dataPath, LocalAccount account, CancellationToken cancellationToken)
    {
        // The Azurite of a killed Host still answers while it shuts down; run.js waits for that.
        var listening = File.Exists(Path.Combine(dataPath, "azurite.owner")) ? 0 : await account.ListeningAsync(cancellationToken);
        return listening switch
        {
            0 => await StartAsync(dataPath, account, cancellationToken),
            3 => null,
            _ => throw new AzuriteException(
                $"Something listens on one of the ports {account.BlobPort}, {account.QueuePort} and {account.TablePort}, but not on all: no Azurite can start there."),
        };
    }

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at (\S+)$")]
    private static partial Regex Listening();

    private async Task<LocalAccount> ListeningAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, int> ports = [];
        while (ports.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new AzuriteException($"Azurite ended before it was ready. {await _process.StandardError.ReadToEndAsync(cancellationToken)}".TrimEnd());
            if (Listening().Match(line) is { Success: true } match)
                ports[match.Groups[1].Value] = new Uri(match.Groups[2].Value).Port;
        }

        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = _process.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError(), CancellationToken.None);
        return new LocalAccount(ports["Blob"], ports["Queue"], ports["Table"]);
    }
}
