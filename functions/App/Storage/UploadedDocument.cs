using System.Text.Json.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>A document that came in and was looked into, and waits among the incoming ones until it is part of an application.</summary>
/// <param name="Kind">What it is handed in as.</param>
/// <param name="FileName">What it is called.</param>
/// <param name="ContentType">Its media type, as its bytes have it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
/// <param name="Findings">What is wrong with it; one that has any is rejected.</param>
/// <param name="IncomingBlob">Where its bytes wait. The same document sent again waits elsewhere, so this is no part of what it is.</param>
internal sealed record UploadedDocument(
    DocumentKind Kind,
    string FileName,
    string ContentType,
    long Size,
    string Sha256,
    IReadOnlyList<Finding> Findings,
    [property: JsonIgnore] string IncomingBlob
)
{
    public DocumentStatus Status => Findings.Count == 0 ? DocumentStatus.Accepted : DocumentStatus.Rejected;
}
