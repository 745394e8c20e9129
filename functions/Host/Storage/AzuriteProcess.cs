using System.ComponentModel;
using System.Diagnostics;

namespace MicroCred.Host.Storage;

/// <summary>The Node.js process that runs Azurite. It ends when its standard input closes.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // Azurite writes its database when it closes, which takes as long as the disk needs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly AzuriteOutput _output;
    private readonly AzuriteFolder _folder;

    private AzuriteProcess(Process process, AzuriteFolder folder)
    {
        _process = process;
        _folder = folder;
        _output = new AzuriteOutput(process, folder.LogPath);
    }

    public static AzuriteProcess Start(string? dataPath, int blobPort, int queuePort, int tablePort)
    {
        var script = AzuriteInstallation.Script;
        var folder = AzuriteFolder.Take(dataPath);
        try
        {
            var process = Process.Start(new ProcessStartInfo("node",
            [
                script, .. folder.Arguments, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobPort", $"{blobPort}", "--queuePort", $"{queuePort}", "--tablePort", $"{tablePort}",
            ])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            folder.Note(process);
            return new AzuriteProcess(process, folder);
        }
        catch (Win32Exception)
        {
            folder.Dispose();
            throw new AzuriteException("Azurite needs Node.js 20 or later, and there is no 'node' on the PATH.");
        }
    }

    /// <summary>The addresses of the blob, the queue and the table service, as soon as all three answer.</summary>
    public Task<(Uri Blob, Uri Queue, Uri Table)> ListeningAsync(CancellationToken cancellationToken) =>
        _output.ListeningAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _output.Dispose();
        _folder.Dispose();
    }
}
