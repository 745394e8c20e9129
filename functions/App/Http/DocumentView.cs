using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>A document as HTTP clients read it: the upload and its findings, without the scan's id.</summary>
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
