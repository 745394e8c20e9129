namespace MicroCred.App.Storage;

/// <summary>What there is of a document to read.</summary>
internal abstract record DocumentContent
{
    private DocumentContent() { }

    /// <summary>Its bytes.</summary>
    internal sealed record Readable(Stream Bytes) : DocumentContent;

    /// <summary>Nothing before it is scanned for malware, where that is waited for.</summary>
    internal sealed record NotScanned : DocumentContent;

    /// <summary>Nothing ever: a scan found malware in it.</summary>
    internal sealed record Infected : DocumentContent;

    /// <summary>Nothing: it couldn't be read when it came, so its bytes weren't kept.</summary>
    internal sealed record NotKept : DocumentContent;
}
