namespace MicroCred.App.Storage;

/// <summary>The readable content of a document, or why there is none.</summary>
internal abstract record DocumentContent
{
    private DocumentContent() { }

    /// <summary>Its bytes.</summary>
    internal sealed record Readable(Stream Bytes) : DocumentContent;

    /// <summary>Not readable before the malware scan, where one is awaited.</summary>
    internal sealed record NotScanned : DocumentContent;

    /// <summary>Never readable: a scan found malware in it.</summary>
    internal sealed record Infected : DocumentContent;

    /// <summary>Not stored, since it couldn't be parsed when it was uploaded.</summary>
    internal sealed record NotKept : DocumentContent;
}
