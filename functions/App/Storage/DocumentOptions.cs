using MicroCred.App.Settings;

namespace MicroCred.App.Storage;

/// <summary>How documents are handled.</summary>
[Section("Documents")]
internal sealed class DocumentOptions
{
    /// <summary>Whether a document is withheld until the storage account's malware scan has found it clean.</summary>
    public bool AwaitScan { get; init; }
}
