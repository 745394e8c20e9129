using System.Text.Json.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>A document that was uploaded and inspected, and waits in the incoming container until it is part of an application.</summary>
/// <param name="Kind">The kind that it is submitted as.</param>
/// <param name="FileName">Its file name.</param>
/// <param name="ContentType">Its media type, as detected from its bytes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
/// <param name="Findings">Its faults; a document that has any is rejected.</param>
/// <param name="IncomingBlob">
/// The blob that its bytes wait in. The same document uploaded again has another, so this isn't part of its identity.
/// </param>
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
