namespace MicroCred.Inspection;

/// <summary>A file's kind, judged by its first and last bytes.</summary>
public enum ContentKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A zip; DOCX files and packages are zips.</summary>
    Zip,

    /// <summary>The container of older Office formats and of encrypted Office files.</summary>
    CompoundFile,

    /// <summary>A PDF to one program and another kind to another, so that the inspected content isn't what would be opened.</summary>
    Ambiguous,
}
