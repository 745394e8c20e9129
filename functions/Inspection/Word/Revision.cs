namespace MicroCred.Inspection.Word;

/// <summary>
/// The revision of a document to read. Deleted or inserted text, and alternatives of which only one is shown, could otherwise separate the
/// letters of a word.
/// </summary>
internal enum Revision
{
    /// <summary>All text in the file, in order.</summary>
    Everything,

    /// <summary>Without deleted text, and with the alternatives that the newest program shows.</summary>
    Newest,

    /// <summary>Without inserted text, and with the alternatives shown by a program that knows no extensions.</summary>
    Oldest,
}
