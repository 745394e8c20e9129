using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// What in a PDF does more than be read [ISO 32000-1: actions 12.6, multimedia 13, attached files 7.11.4, XFA forms 12.7.8]. Each rule
/// wants more than a
/// telling name, since fonts, styles and glyphs may be called anything.
/// </summary>
internal static class PdfThreats
{
    private const string Script = "has a script (JavaScript)";
    private const string Program = "has an action that starts a program";
    private const string Form = "has a form that sends or takes in data";
    private const string Media = "has media that play in the reader";
    private const string Files = "has other files attached inside";

    // An action's type, and the entries without which it does nothing.
    private static readonly Dictionary<string, (string[] Needs, string Reason)> Actions = new()
    {
        ["JavaScript"] = (["JS"], Script),
        ["Launch"] = (["F", "Win", "Mac", "Unix"], Program),
        ["ImportData"] = (["F"], Form),
        ["SubmitForm"] = (["F"], Form),
        ["RichMediaExecute"] = (["CMD", "TA"], Media),
        ["GoToE"] = (["T", "F"], Files),
    };

    private static readonly Dictionary<string, string> Annotations = new()
    {
        ["RichMedia"] = Media,
        ["Movie"] = Media,
        ["Screen"] = Media,
        ["3D"] = Media,
        ["FileAttachment"] = Files,
    };

    /// <exception cref="HostileContentException">One of them is there.</exception>
    public static void Refuse(DictionaryToken dictionary)
    {
        if (Reason(dictionary) is { } reason)
            throw new HostileContentException(reason);
    }

    private static string? Reason(DictionaryToken dictionary) =>
        OfAction(dictionary)
        ?? (IsObject(dictionary.Get("JavaScript")) ? Script : null)
        ?? (RunsByItself(dictionary) ? "has actions that run by themselves" : null)
        ?? (HasFiles(dictionary) ? Files : null)
        ?? (IsObject(dictionary.Get("XFA")) ? "has an XFA form, which can change what it shows" : null)
        ?? (dictionary.Name("Subtype") is { } subtype ? Annotations.GetValueOrDefault(subtype) : null);

    private static string? OfAction(DictionaryToken dictionary)
    {
        if (!dictionary.Has("S"))
            return null;
        if (dictionary.Has("JS"))
            return Script;
        // No honest writer puts the type of an action into an object of its own.
        if (dictionary.Get("S") is IndirectReferenceToken && (dictionary.Has("F") || dictionary.Has("Win")))
            return Program;
        return dictionary.Name("S") is { } type
            && Actions.TryGetValue(type, out var action) && action.Needs.Any(dictionary.Has) ? action.Reason : null;
    }

    // Additional actions belong to the document, to pages, to annotations and to fields.
    private static bool RunsByItself(DictionaryToken dictionary) =>
        dictionary.Get("AA") is DictionaryToken
        || (dictionary.Get("AA") is IndirectReferenceToken && (dictionary.Has("Type") || dictionary.Has("Subtype") || dictionary.Has("FT")));

    private static bool HasFiles(DictionaryToken dictionary) =>
        IsObject(dictionary.Get("EmbeddedFiles"))
        || dictionary.Name("Type") == "EmbeddedFile"
        || (IsObject(dictionary.Get("EF")) && (dictionary.Has("F") || dictionary.Has("UF") || dictionary.Has("Type")));

    private static bool IsObject(IToken? value) => value is DictionaryToken or IndirectReferenceToken or ArrayToken or StringToken or HexToken;
}
