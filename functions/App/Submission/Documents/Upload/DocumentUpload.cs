using MicroCred.App.Http;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Submission.Documents;

/// <summary>Reads the upload of one document: the parts <c>kind</c> and <c>file</c>, in whichever order.</summary>
internal sealed class DocumentUpload(IncomingDocuments incoming)
{
    private const long Around = 64 * 1024;

    /// <summary>The document, to be disposed of when it has been kept or isn't wanted.</summary>
    /// <exception cref="ProblemException">400 for a body that isn't of its form, and whatever stands against the document.</exception>
    public async Task<UploadedDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parts = new RequestParts(request, DocumentLimits.Each + Around, $"A document may have {DocumentLimits.Each >> 20} MiB at most.");
        DocumentKind? kind = null;
        IncomingDocument? document = null;
        try
        {
            while (await parts.NextAsync(cancellationToken) is { } part)
            {
                if (part.Name == "kind" && kind is null)
                    kind = await KindAsync(part, cancellationToken);
                else if (part.Name == "file" && document is null)
                    document = await incoming.TakeAsync(part.Content, part.FileName, part.ContentType, cancellationToken);
                else
                    throw TooMany(part.Name);
            }
            return new UploadedDocument(kind ?? throw Missing("kind"), document ?? throw Missing("file"));
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

    private static ProblemException TooMany(string part) =>
        new(Problem.Invalid($"Send one part kind and one part file, and nothing else. There is a part “{Shown(part)}” too many."));

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static ProblemException Missing(string part) => new(Problem.Invalid($"The part {part} is missing."));
}
