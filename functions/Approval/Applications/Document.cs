using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A document of an application: its id (d1, d2, …), kind and size in bytes, and its SHA-256 in hex, by which its content is stored
/// elsewhere.
/// </summary>
public sealed record Document(
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
    /// <summary>The scan that found malware in the document; null where none did.</summary>
    public MalwareScan? Scan { get; init; }

    /// <summary>Whether a scan found malware in the document.</summary>
    [JsonIgnore]
    public bool IsInfected => Status == DocumentStatus.Rejected && Findings.Any(finding => finding.Rule == DocumentRules.NotMalicious.Id);

    internal Document Infected(MalwareScan? scan) =>
        this with
        {
            Scan = scan,
            Status = DocumentStatus.Rejected,
            Findings = [DocumentRules.NotMalicious.Finding("documents", "A scan found malware in it.")],
        };
}
