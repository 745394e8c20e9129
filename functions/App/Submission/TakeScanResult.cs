using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Submission;

/// <summary>
/// Takes what the storage account's malware scan found in a document. A clean one can be read from now on; an infected one is rejected and
/// its bytes are removed. What is neither, or isn't about a document of ours, is a fault: after five tries it is set aside for a person, and
/// the document stays withheld.
/// </summary>
internal sealed partial class TakeScanResult(DocumentStore documents, CommandRunner commands, ILogger<TakeScanResult> logger)
{
    [Function(nameof(TakeScanResult))]
    public async Task Run(
        [QueueTrigger(Names.ScanResultsQueue)] ScanResult result, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        string scan = result.Data?.CorrelationId ?? "without a number";
        if (!result.IsOfMalware || documents.At(result.Data?.BlobUri) is not { } document)
        {
            LogForeign(scan);
            throw new InvalidDataException($"Scan {scan} isn't of a document of ours.");
        }

        Trail.Follow(document.Application, origin: null);
        switch (result.Data?.ScanResultType)
        {
            case ScanResult.Scan.Clean:
                bool kept = await documents.MarkClean(document, cancel);
                LogClean(document.Application, kept);
                break;
            case ScanResult.Scan.Malicious:
                await Reject(document, client, cancel);
                break;
            default:
                LogNotScanned(document.Name, scan);
                throw new InvalidDataException($"Scan {scan} came to no verdict on document {document.Name}.");
        }
    }

    /// <summary>The bytes go last, so that a repeat after a break finds them and begins again.</summary>
    /// <exception cref="InvalidOperationException">
    /// The application doesn't have the document yet though its bytes are kept, so it is being added, or others changed it all the while: try again.
    /// </exception>
    private async Task Reject(StoredDocument document, DurableTaskClient client, CancellationToken cancel)
    {
        LogInfected(document.Name);
        switch (await commands.Change(new RejectInfectedDocuments(document), Caller.System, CommandOptions.None, client, cancel))
        {
            case CommandResult.Done or CommandResult.Refused { Refusal.Kind: RefusalKind.WrongState }:
                await documents.Remove(document, cancel);
                break;
            case CommandResult.Moved:
                throw new InvalidOperationException($"Application {document.Application} was changed by others all the while.");
            default:
                if (await documents.Has(document, cancel))
                {
                    throw new InvalidOperationException($"No application has the infected document {document.Name} yet.");
                }

                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Malware scan {Scan} isn't of a document of ours")]
    private partial void LogForeign(string scan);

    [LoggerMessage(Level = LogLevel.Information, Message = "A document of application {Application} was found clean; still there: {Kept}")]
    private partial void LogClean(ApplicationId application, bool kept);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Malware was found in document {Document}")]
    private partial void LogInfected(string document);

    [LoggerMessage(Level = LogLevel.Error, Message = "Document {Document} stays withheld: malware scan {Scan} came to no verdict")]
    private partial void LogNotScanned(string document, string scan);
}
