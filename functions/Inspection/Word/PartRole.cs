namespace MicroCred.Inspection.Word;

/// <summary>What a part is to its package, as far as it matters how its XML is read.</summary>
internal enum PartRole
{
    /// <summary>Read by programs in whatever way they like: it need not be sound.</summary>
    Other,

    /// <summary>A part that Office reads as XML.</summary>
    Office,

    /// <summary>What another part, or the package, leans on.</summary>
    Relationships,

    /// <summary>The document itself.</summary>
    Main,
}
