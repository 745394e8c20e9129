using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>
/// A Microsoft Defender for Storage scan result, as Event Grid delivers it: in its own schema, or as a CloudEvent, which has the type in
/// another field. Everything may be missing, since anybody who may write to the queue could have written it.
/// </summary>
/// <param name="EventType">The event type, in Event Grid's schema.</param>
/// <param name="Type">The event type, in the CloudEvents schema.</param>
/// <param name="Data">The result.</param>
internal sealed record ScanResult(string? EventType, string? Type, ScanResult.Scan? Data)
{
    public const string OfMalware = "Microsoft.Security.MalwareScanningResult";

    /// <summary>Whether the event is about a malware scan at all.</summary>
    public bool IsOfMalware => (EventType ?? Type) == OfMalware;

    /// <summary>The result.</summary>
    /// <param name="CorrelationId">The scan's id in Defender's own records.</param>
    /// <param name="BlobUri">The scanned blob's address.</param>
    /// <param name="ETag">The blob's ETag when it was scanned, which identifies its bytes.</param>
    /// <param name="ScanResultType"><see cref="Clean"/>, <see cref="Malicious"/>, or a message that it could not be scanned.</param>
    internal sealed record Scan(string? CorrelationId, string? BlobUri, string? ETag, string? ScanResultType)
    {
        public const string Clean = "No threats found";
        public const string Malicious = "Malicious";

        private const int MostCharacters = 128;

        /// <summary>The scan as it is stored; null where the event lacks its id or the blob's ETag.</summary>
        public MalwareScan? Kept =>
            Name(CorrelationId) is { } id && Name(ETag?.Trim('"')) is { } tag && tag != "*" ? new MalwareScan(id, tag) : null;

        /// <summary>A text that is safe in a blob's metadata and in a log; null where it isn't.</summary>
        private static string? Name(string? text) =>
            text is { Length: > 0 and <= MostCharacters } && text.All(character => character is > ' ' and <= '~') ? text : null;
    }
}
