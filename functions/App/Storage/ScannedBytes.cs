namespace MicroCred.App.Storage;

/// <summary>What became of the bytes that a scan was of.</summary>
internal enum ScannedBytes
{
    /// <summary>They are kept.</summary>
    Kept,

    /// <summary>Others are kept in their place, which have a scan of their own.</summary>
    Replaced,

    /// <summary>None are kept.</summary>
    Gone,
}
