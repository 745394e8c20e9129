namespace MicroCred.App.Storage;

/// <summary>The state of the bytes that a scan was of.</summary>
internal enum ScannedBytes
{
    /// <summary>They are still stored.</summary>
    Kept,

    /// <summary>Others are stored in their place, and have a scan of their own.</summary>
    Replaced,

    /// <summary>None are stored.</summary>
    Gone,
}
