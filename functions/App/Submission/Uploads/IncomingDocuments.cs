using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Inspection;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Submission.Uploads;

/// <summary>
/// Receives documents: streams each to the incoming container, inspects it, and refuses files that aren't documents or are hostile.
/// </summary>
internal sealed partial class IncomingDocuments(BlobServiceClient blobs, DocumentInspector inspector, ILogger<IncomingDocuments> logger)
{
    // Each block is held in memory until it is sent; a document of up to one block takes one request.
    private const int Block = 4 << 20;

    private readonly BlobContainerClient _incoming = blobs.GetBlobContainerClient(StorageNames.IncomingContainer);

    /// <summary>The document, to be disposed of once it has been stored or isn't wanted.</summary>
    /// <exception cref="RefusedException">
    /// Its name is invalid, it is too large, it isn't a document, or it is hostile. Nothing of it is stored then.
    /// </exception>
    public async Task<IncomingDocument> TakeAsync(Stream content, string? name, string? declaredType, CancellationToken cancellationToken)
    {
        var fileName = FileNames.Checked(name);
        var blob = _incoming.GetBlobClient(Guid.NewGuid().ToString("N"));
        try
        {
            await using var copy = TempFile.Create();
            var stamp = await UploadAsync(blob, content, copy, cancellationToken);
            var verdict = await inspector.InspectAsync(copy, fileName, declaredType, cancellationToken);
            return new IncomingDocument(blob, fileName, stamp, Inspected(verdict, stamp));
        }
        catch
        {
            await blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
            throw;
        }
    }

    private static async Task<ContentStamp> UploadAsync(BlobClient blob, Stream content, Stream copy, CancellationToken cancellationToken)
    {
        var limited = new LimitedStream(content, DocumentLimits.Each, DocumentUpload.TooLarge);
        await using var stamped = new StampedStream(limited, copy);
        var options = new BlobUploadOptions
        {
            TransferOptions = new StorageTransferOptions
            {
                InitialTransferSize = Block,
                MaximumTransferSize = Block,
                MaximumConcurrency = 1,
            },
        };
        await blob.UploadAsync(stamped, options, cancellationToken);
        return stamped.Stamp();
    }

    private Verdict.Inspected Inspected(Verdict verdict, ContentStamp stamp)
    {
        switch (verdict)
        {
            case Verdict.Inspected inspected:
                return inspected;
            case Verdict.Hostile hostile:
                LogHostile(stamp.Sha256, stamp.Size, hostile.Reason);
                var finding = DocumentFindings.Hostile(hostile.Reason);
                throw new RefusedException(new Refusal(RefusalKind.Invalid, $"{finding.Message} {finding.Action}", [finding]));
            default:
                throw new RefusedException(
                    RefusalKind.WrongType,
                    $"{((Verdict.NotADocument)verdict).Detail} Send a PDF or a Word document (DOCX)."
                );
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a document of {Size} bytes with SHA-256 {Sha256}: it {Reason}")]
    private partial void LogHostile(string sha256, long size, string reason);
}
