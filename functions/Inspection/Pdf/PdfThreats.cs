namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Refuses active content in a PDF [ISO 32000-1: actions 12.6, multimedia 13, attached files 7.11.4, XFA forms 12.7.8]. Each rule needs
/// more than a suspicious name, since fonts, styles, glyphs and destinations may have any name.
/// </summary>
internal static class PdfThreats
{
    public const string Script = "has a script (JavaScript)";
    public const string Media = "has media that play in the reader";

    private const string Program = "has an action that starts a program";
    private const string Form = "has a form that sends or takes in data";

    // Action types, and the entries without which each does nothing.
    private static readonly Dictionary<string, (string[] Needs, string Reason)> Actions = new()
    {
        ["JavaScript"] = (["JS"], Script),
        ["Launch"] = (["F", "Win", "Mac", "Unix"], Program),
        ["ImportData"] = (["F"], Form),
        ["SubmitForm"] = (["F"], Form),
        ["RichMediaExecute"] = (["CMD", "TA"], Media),
        ["GoToE"] = (["T", "F"], "has an action that opens an attached file"),
    };

    private static readonly HashSet<string> Annotations = ["RichMedia", "Movie", "Screen", "3D"];

    /// <exception cref="HostileContentException">The file has active content.</exception>
    public static void Refuse(PdfContents contents)
    {
        var reason = contents.Dictionaries.Select(dictionary => Reason(dictionary, contents)).FirstOrDefault(found => found is not null)
            ?? PdfCatalogs.All(contents).Select(catalog => OfCatalog(catalog, contents)).FirstOrDefault(found => found is not null)
            ?? new PdfAutomaticActions(contents).Reason()
            ?? PdfAttachments.Reason(contents);
        if (reason is not null)
        {
            throw new HostileContentException(reason);
        }
    }

    private static string? Reason(PdfDictionary dictionary, PdfContents contents) =>
        OfAction(dictionary, contents)
        ?? (dictionary.Has("Fields") ? OfForm(dictionary, contents) : null)
        ?? (contents.Resolve(dictionary, "Subtype").Any(IsMedia) ? Media : null)
        ?? PdfOutsideContent.Reason(dictionary, contents);

    private static string? OfAction(PdfDictionary dictionary, PdfContents contents)
    {
        if (!dictionary.Has("S"))
        {
            return null;
        }

        if (dictionary.Has("JS"))
        {
            return Script;
        }

        return contents
            .Resolve(dictionary, "S")
            .OfType<PdfName>()
            .Select(type => Actions.TryGetValue(type.Value, out var action) && dictionary.HasAny(action.Needs) ? action.Reason : null)
            .FirstOrDefault(reason => reason is not null);
    }

    private static bool IsMedia(PdfValue subtype) => subtype is PdfName name && Annotations.Contains(name.Value);

    private static string? OfCatalog(PdfDictionary catalog, PdfContents contents)
    {
        if (contents.Dictionary(catalog, "Names").Any(names => PdfNameTree.HasAny(names, "JavaScript", contents)))
        {
            return Script;
        }

        return contents.Dictionary(catalog, "AcroForm").Select(form => OfForm(form, contents)).FirstOrDefault(reason => reason is not null);
    }

    private static string? OfForm(PdfDictionary form, PdfContents contents) =>
        contents.Resolve(form, "XFA").Any(value => value is PdfDictionary { IsEmpty: false } or PdfList { Items.Length: > 0 } or PdfString)
        || form.All("XFA").Any(value => value is PdfReference && !contents.Resolve(value).Any())
            ? "has an XFA form, which can change what it shows"
            : null;
}
