namespace MicroCred.Inspection;

/// <summary>What a file is by its content, as far as its ends tell.</summary>
public enum ContentKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A zip, as a DOCX and a package are.</summary>
    Zip,

    /// <summary>The older container of Office, which encrypted files are in too.</summary>
    CompoundFile,

    /// <summary>A PDF to one program and something else to another: what was checked wouldn't be what is opened.</summary>
    Ambiguous,
}
