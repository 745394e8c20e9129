using MicroCred.App.Settings;

namespace MicroCred.App.Storage;

/// <summary>What is done with documents.</summary>
[Section("Documents")]
internal sealed class DocumentOptions
{
    /// <summary>Whether a document is withheld until the storage account's malware scan found it clean.</summary>
    public bool AwaitScan { get; init; }
}
