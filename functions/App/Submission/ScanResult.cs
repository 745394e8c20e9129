using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>
/// What Microsoft Defender for Storage says of a blob that it scanned, as Event Grid delivers it: in its own schema, or as a CloudEvent,
/// which names the type otherwise. Everything may be missing, since anybody who may write to the queue could have written it.
/// </summary>
/// <param name="EventType">What the event tells, in Event Grid's schema.</param>
/// <param name="Type">The same in that of CloudEvents.</param>
/// <param name="Data">What was found.</param>
internal sealed record ScanResult(string? EventType, string? Type, ScanResult.Scan? Data)
{
    public const string OfMalware = "Microsoft.Security.MalwareScanningResult";

    /// <summary>Whether it tells of a scan for malware at all.</summary>
    public bool IsOfMalware => (EventType ?? Type) == OfMalware;

    /// <summary>What was found.</summary>
    /// <param name="CorrelationId">Names the scan in Defender's own records.</param>
    /// <param name="BlobUri">Which blob was scanned.</param>
    /// <param name="ETag">The blob's tag when it was scanned, which tells its bytes from others under its name.</param>
    /// <param name="ScanResultType">In words: <see cref="Clean"/>, <see cref="Malicious"/>, or that it could not be scanned.</param>
    internal sealed record Scan(string? CorrelationId, string? BlobUri, string? ETag, string? ScanResultType)
    {
        public const string Clean = "No threats found";
        public const string Malicious = "Malicious";

        private const int MostCharacters = 128;

        /// <summary>The scan as it is kept; null where the event doesn't say which it was, or of which bytes.</summary>
        public MalwareScan? Kept =>
            Name(CorrelationId) is { } id && Name(ETag?.Trim('"')) is { } tag && tag != "*" ? new MalwareScan(id, tag) : null;

        /// <summary>A text that can stand in a blob's metadata and in a log; null where it can't.</summary>
        private static string? Name(string? text) =>
            text is { Length: > 0 and <= MostCharacters } && text.All(character => character is > ' ' and <= '~') ? text : null;
    }
}
