namespace MicroCred.Inspection.Zip;

/// <summary>Why a zip isn't read.</summary>
public enum ZipFault
{
    /// <summary>Not a zip, cut off, or broken.</summary>
    Damaged,

    /// <summary>Locked with a password.</summary>
    Encrypted,

    /// <summary>Packed in a way that isn't read.</summary>
    Compression,

    /// <summary>More entries, or more unpacked bytes, than any honest one has.</summary>
    Bomb,

    /// <summary>A name that leads out of the zip, or that two programs would read differently.</summary>
    UnsafeName,
}
