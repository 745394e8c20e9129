using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Submission;

/// <summary>
/// Processes a result of the storage account's malware scan. A clean document becomes readable; an infected one is rejected and its bytes
/// are deleted. Any other result, one that isn't about a document of ours, or one whose ETag doesn't match the stored bytes, is an error:
/// after five tries it is set aside for a person, and the document stays withheld.
/// </summary>
[Feature(Features.Submission)]
internal sealed partial class TakeScanResult(DocumentStore documents, CommandRunner commands, ILogger<TakeScanResult> logger)
{
    [Function(nameof(TakeScanResult))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.ScanResultsQueue)] ScanResult result,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (!result.IsOfMalware || documents.At(result.Data?.BlobUri) is not { } document)
        {
            LogForeign(result.Data?.Kept?.Id);
            throw new InvalidDataException("The scan isn't of a document of ours.");
        }

        TraceLinks.Follow(document.Application, origin: null);
        if (result.Data!.Kept is not { } scan)
        {
            LogNameless(document.Name);
            throw new InvalidDataException($"A scan of document {document.Name} doesn't say which it was, or of which bytes.");
        }

        var bytes = result.Data.ScanResultType switch
        {
            ScanResult.Scan.Clean => await documents.MarkCleanAsync(document, scan, cancellationToken),
            ScanResult.Scan.Malicious => await RejectAsync(document, scan, client, cancellationToken),
            _ => throw NoVerdict(document, scan),
        };
        if (bytes == ScannedBytes.Replaced)
        {
            LogReplaced(document.Name, scan.Id);
            throw new InvalidDataException($"Scan {scan.Id} is of other bytes than are kept of document {document.Name}.");
        }

        LogTaken(document.Application, scan.Id, result.Data.ScanResultType, bytes);
    }

    /// <summary>
    /// The bytes are deleted last, so that a retry after an interruption finds them and starts again. Where they are already gone nobody
    /// can read them, and the result counts without comparing an ETag.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The application doesn't have the document yet though its bytes are stored, so it is just being added; or others kept changing the
    /// application. Try again.
    /// </exception>
    private async Task<ScannedBytes> RejectAsync(
        StoredDocument document,
        MalwareScan scan,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var bytes = await documents.ScannedAsync(document, scan, cancellationToken);
        if (bytes == ScannedBytes.Replaced)
        {
            return bytes;
        }

        LogInfected(document.Name);
        switch (
            await commands.ChangeAsync(
                new RejectInfectedDocuments(document, scan),
                Caller.System,
                CommandOptions.None,
                client,
                cancellationToken
            )
        )
        {
            case CommandResult.Done or CommandResult.Refused { Refusal.Kind: RefusalKind.WrongState }:
                await documents.RemoveInfectedAsync(document, scan, cancellationToken);
                break;
            case CommandResult.Busy:
                throw new InvalidOperationException($"Application {document.Application} was changed by others all the while.");
            default:
                if (await documents.HasAsync(document, cancellationToken))
                {
                    throw new InvalidOperationException($"No application has the infected document {document.Name} yet.");
                }

                break;
        }

        return bytes;
    }

    private InvalidDataException NoVerdict(StoredDocument document, MalwareScan scan)
    {
        LogNotScanned(document.Name, scan.Id);
        return new InvalidDataException($"Scan {scan.Id} came to no verdict on document {document.Name}.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Malware scan {Scan} isn't about a document of ours")]
    private partial void LogForeign(string? scan);

    [LoggerMessage(Level = LogLevel.Error, Message = "A malware scan of document {Document} has no id or no ETag, so it can't be used")]
    private partial void LogNameless(string document);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The stored bytes of document {Document} aren't those that malware scan {Scan} was of, so it can't be used"
    )]
    private partial void LogReplaced(string document, string scan);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Malware scan {Scan} of a document of application {Application}: {Verdict}; its bytes: {Bytes}"
    )]
    private partial void LogTaken(ApplicationId application, string scan, string verdict, ScannedBytes bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Malware was found in document {Document}")]
    private partial void LogInfected(string document);

    [LoggerMessage(Level = LogLevel.Error, Message = "Document {Document} stays withheld: malware scan {Scan} gave no verdict")]
    private partial void LogNotScanned(string document, string scan);
}
