namespace MicroCred.Inspection.Zip;

/// <summary>Why a zip is refused.</summary>
public enum ZipFault
{
    /// <summary>Not a zip, truncated, or broken.</summary>
    Damaged,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Compressed by a method that isn't supported.</summary>
    Compression,

    /// <summary>More entries, or more unpacked bytes, than any legitimate zip has.</summary>
    Bomb,

    /// <summary>A name that leads out of the zip, or that programs would read differently.</summary>
    UnsafeName,
}
