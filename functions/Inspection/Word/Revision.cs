namespace MicroCred.Inspection.Word;

/// <summary>
/// Which of a document's readings is followed. Text that was deleted or put in since, and alternatives of which one is shown, could else
/// stand between the letters of a word.
/// </summary>
internal enum Revision
{
    /// <summary>All that is written, one after the other.</summary>
    Everything,

    /// <summary>Without what was deleted, and as the newest program shows it.</summary>
    Newest,

    /// <summary>Without what was put in, and as a program shows it that knows no extensions.</summary>
    Oldest,
}
