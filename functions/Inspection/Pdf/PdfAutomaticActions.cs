namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Actions that a PDF starts by itself: on opening, on turning to a page, on mouse-over, and each one's next action [ISO 32000-1, 12.6.3].
/// Those that reach outside the document do so without a click.
/// </summary>
internal sealed class PdfAutomaticActions(PdfContents contents)
{
    private const string AnyAction = "has actions that run by themselves";

    // Actions that reach outside: the entries with their target, and the words for a finding.
    private static readonly Dictionary<string, (string[] Needs, string Reason)> Reaching = new()
    {
        ["URI"] = (["URI"], "goes to an address by itself, without a click"),
        ["GoToR"] = (["F"], "opens another file by itself, without a click"),
        ["Thread"] = (["F"], "opens another file by itself, without a click"),
        ["Rendition"] = (["R", "OP", "AN"], PdfThreats.Media),
        ["Movie"] = (["Annotation", "T", "OP"], PdfThreats.Media),
        ["Sound"] = (["Sound"], PdfThreats.Media),
    };

    // These always stay in the document; any other action does nothing without the entries above.
    private static readonly HashSet<string> Staying =
    [
        "GoTo",
        "GoToDp",
        "Hide",
        "Named",
        "ResetForm",
        "SetOCGState",
        "Trans",
        "GoTo3DView",
        "NOP",
        "JavaScript",
        "Launch",
        "ImportData",
        "SubmitForm",
        "RichMediaExecute",
        "GoToE",
        .. Reaching.Keys,
    ];

    private readonly HashSet<PdfDictionary> _seen = [];
    private readonly Stack<PdfDictionary> _open = new();

    /// <summary>What one of the actions does, in words; null where all of them stay in the document.</summary>
    public string? Reason()
    {
        foreach (var dictionary in contents.Dictionaries)
        {
            if ((OnOpening(dictionary) ?? Additional(dictionary)) is { } reason)
            {
                return reason;
            }
        }
        return null;
    }

    private string? OnOpening(PdfDictionary dictionary) => Run(contents.Dictionary(dictionary, "OpenAction"));

    private string? Additional(PdfDictionary dictionary)
    {
        foreach (var additional in contents.Dictionary(dictionary, "AA"))
        {
            foreach (var action in PdfNames.Triggers.SelectMany(trigger => contents.Dictionary(additional, trigger)))
            {
                if ((IsUnknown(action) ? AnyAction : Run([action])) is { } reason)
                {
                    return reason;
                }
            }
        }
        return null;
    }

    private bool IsUnknown(PdfDictionary action) =>
        !action.IsEmpty && !contents.Resolve(action, "S").Any(type => type is PdfName name && Staying.Contains(name.Value));

    private string? Run(IEnumerable<PdfDictionary> actions)
    {
        foreach (var action in actions)
        {
            _open.Push(action);
        }

        while (_open.TryPop(out var action))
        {
            if (!_seen.Add(action))
            {
                continue;
            }

            if (Of(action) is { } reason)
            {
                return reason;
            }

            foreach (var next in contents.Resolve(action, "Next").SelectMany(Each))
            {
                _open.Push(next);
            }
        }
        return null;
    }

    private string? Of(PdfDictionary action)
    {
        foreach (var type in contents.Resolve(action, "S").OfType<PdfName>())
        {
            if (Reaching.TryGetValue(type.Value, out var reaching) && action.HasAny(reaching.Needs))
            {
                return $"{reaching.Reason}{PdfTarget.Named(action, contents)}";
            }
        }
        return null;
    }

    private IEnumerable<PdfDictionary> Each(PdfValue next) =>
        (next is PdfList list ? list.Items.SelectMany(contents.Resolve) : [next]).OfType<PdfDictionary>();
}
