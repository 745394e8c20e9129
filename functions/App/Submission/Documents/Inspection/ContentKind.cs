namespace MicroCred.App.Submission.Documents;

/// <summary>What a file is by its content, as far as its ends tell.</summary>
internal enum ContentKind
{
    Other,

    Empty,

    Pdf,

    Zip,

    CompoundFile,

    /// <summary>A PDF to one program and something else to another: what was checked wouldn't be what is opened.</summary>
    Ambiguous,
}
