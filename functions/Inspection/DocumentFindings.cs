using MicroCred.Approval;

namespace MicroCred.Inspection;

/// <summary>The findings on a document itself, worded for its provider.</summary>
public static class DocumentFindings
{
    /// <summary>The document can't be read.</summary>
    public static Finding Unreadable(string contentType) =>
        Error(
            "DOC02",
            $"The {DocumentTypes.Name(contentType)} can't be read.",
            "Open it, save it again and upload it once more. If it doesn't open on your machine either, make it anew from its source."
        );

    /// <summary>The document needs a password to open.</summary>
    public static Finding Encrypted(string contentType) =>
        Error(
            "DOC03",
            $"The {DocumentTypes.Name(contentType)} is encrypted.",
            "Save it without a password or restrictions and upload it once more."
        );

    /// <summary>The document opens without a password, but is encrypted with an owner password.</summary>
    public static Finding Restricted(string contentType) =>
        Error(
            "DOC03",
            $"The {DocumentTypes.Name(contentType)} opens without a password, but is encrypted all the same: "
                + "a second password restricts printing, copying or changing it.",
            "Save it without security, or print it to a new PDF, and upload that."
        );

    /// <summary>The document contains something that runs, fetches or infects.</summary>
    public static Finding Hostile(string reason) =>
        Error(
            "DOC04",
            $"The file was refused because it {reason}.",
            "Save the document as a plain PDF or DOCX without it, on a machine that you trust, and upload that."
        );

    /// <summary>The document isn't of the type that its name or media type declares.</summary>
    public static Finding AnotherType(string contentType, string fileName) =>
        Error(
            "DOC05",
            $"“{fileName}” is a {DocumentTypes.Name(contentType)}, not what its name or declared type says.",
            $"Give it a name that ends in {DocumentTypes.Extension(contentType)}, and make sure that it is the file you meant."
        );

    private static Finding Error(string rule, string message, string action) => new(rule, Severity.Error, "documents", message, action);
}
