namespace MicroCred.App.Submission.Documents;

/// <summary>The types that a package declares, for its parts or for extensions, in [Content_Types].xml.</summary>
internal static class PartTypes
{
    private const string Part = "[Content_Types].xml";

    // With macros it is one too: not another kind of file, but one that is refused.
    private static readonly string[] Word =
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ];

    /// <summary>None where the zip isn't an Office package at all.</summary>
    public static IReadOnlyList<string> Declared(SafeZip zip)
    {
        if (zip.Find(Part) is not { } entry)
            return [];
        using var part = zip.Read(entry);
        return [.. PartXml.Elements(part).Select(element => element.GetAttribute("ContentType")).OfType<string>().Select(type => type.Trim())];
    }

    /// <summary>True for the main part of a word-processing document; a template's isn't one.</summary>
    public static bool IsWord(string type) => Word.Contains(type, StringComparer.OrdinalIgnoreCase);
}
