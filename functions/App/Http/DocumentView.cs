using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>A document as it is read over HTTP: what was uploaded and what was found in it, and not by which scan.</summary>
internal sealed record DocumentView(
    string Id,
    DocumentKind Kind,
    string FileName,
    string ContentType,
    long Size,
    string Sha256,
    DocumentStatus Status,
    DateTimeOffset UploadedAt,
    IReadOnlyList<Finding> Findings
)
{
    public static DocumentView Of(Document document) =>
        new(
            document.Id,
            document.Kind,
            document.FileName,
            document.ContentType,
            document.Size,
            document.Sha256,
            document.Status,
            document.UploadedAt,
            document.Findings
        );
}
