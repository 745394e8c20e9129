namespace MicroCred.Inspection.Word;

/// <summary>A part's role in its package, which determines how strictly its XML is read.</summary>
internal enum PartRole
{
    /// <summary>Any other part: its content need not be valid XML.</summary>
    Other,

    /// <summary>A part that Office reads as XML.</summary>
    Office,

    /// <summary>The relationships of a part or of the package.</summary>
    Relationships,

    /// <summary>The main document part.</summary>
    Main,
}
