using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.Submission.Uploads;

/// <summary>Reads the upload of one document: the parts <c>kind</c> and <c>file</c>, in either order.</summary>
internal sealed class DocumentUpload(IncomingDocuments incoming)
{
    /// <summary>The maximum size of the whole upload, in bytes.</summary>
    public const long Largest = DocumentLimits.Each + (64 * 1024);

    /// <summary>The message for a larger one.</summary>
    public static readonly string TooLarge = $"A document may have {DocumentLimits.Each >> 20} MiB at most.";

    /// <summary>The document, and its bytes, to be disposed of once they have been stored or aren't wanted.</summary>
    /// <exception cref="RefusedException">There are other parts than those two, or the document is refused.</exception>
    public async Task<(UploadedDocument Document, IncomingDocument Bytes)> ReadAsync(
        IAsyncEnumerable<RequestPart> parts,
        CancellationToken cancellationToken
    )
    {
        DocumentKind? kind = null;
        IncomingDocument? document = null;
        try
        {
            await foreach (var part in parts)
            {
                if (part.Name == "kind" && kind is null)
                {
                    kind = await KindAsync(part, cancellationToken);
                }
                else if (part.Name == "file" && document is null)
                {
                    document = await incoming.TakeAsync(part.Content, part.FileName, part.ContentType, cancellationToken);
                }
                else
                {
                    throw TooMany(part.Name);
                }
            }
            var handedInAs = kind ?? throw Missing("kind");
            return document is null ? throw Missing("file") : (document.As(handedInAs), document);
        }
        catch when (document is not null)
        {
            await document.DisposeAsync();
            throw;
        }
    }

    private static async Task<DocumentKind> KindAsync(RequestPart part, CancellationToken cancellationToken)
    {
        var text = new StreamReader(part.Content);
        var buffer = new char[DocumentKinds.LongestName + 1];
        var length = await text.ReadBlockAsync(buffer, cancellationToken);
        return DocumentKinds.Read(new string(buffer, 0, length));
    }

    private static RefusedException TooMany(string part) =>
        new(
            RefusalKind.Malformed,
            $"Send one part kind and one part file, and nothing else. There is a part “{ShownText.Of(part, 40)}” too many."
        );

    private static RefusedException Missing(string part) => new(RefusalKind.Malformed, $"The part {part} is missing.");
}
