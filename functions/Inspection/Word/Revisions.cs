using System.Xml;

namespace MicroCred.Inspection.Word;

/// <summary>Tracks which revisions of a document contain the reader's current position.</summary>
internal sealed class Revisions
{
    // The open elements that limit revisions, innermost last, each with its depth.
    private readonly Stack<(int Depth, bool InNewest, bool InOldest)> _open = new();

    // For each open AlternateContent, whether the newest program has chosen an alternative.
    private readonly Stack<bool> _taken = new();

    public bool Has(Revision revision) =>
        !_open.TryPeek(out var place)
        || revision switch
        {
            Revision.Newest => place.InNewest,
            Revision.Oldest => place.InOldest,
            _ => true,
        };

    public void Start(XmlReader element)
    {
        if (element.IsEmptyElement)
        {
            return;
        }

        if (WordNames.IsAlternatives(element))
        {
            StartAlternative(element);
        }
        else if (WordNames.IsWord(element))
        {
            StartChange(element);
        }
        else if (!WordNames.IsOffice(element.NamespaceURI))
        {
            // Office ignores elements that it doesn't know.
            Open(element, inNewest: false, inOldest: false);
        }
    }

    public void End(XmlReader element)
    {
        if (_open.TryPeek(out var place) && place.Depth == element.Depth)
        {
            _open.Pop();
        }

        if (element.LocalName == "AlternateContent" && WordNames.IsAlternatives(element))
        {
            _taken.TryPop(out _);
        }
    }

    private void StartChange(XmlReader element)
    {
        if (element.LocalName is "del" or "moveFrom")
        {
            Open(element, inNewest: false, inOldest: true);
        }
        else if (element.LocalName is "ins" or "moveTo")
        {
            Open(element, inNewest: true, inOldest: false);
        }
    }

    private void StartAlternative(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "AlternateContent":
                _taken.Push(false);
                break;
            case "Choice":
                var isTaken = !IsTaken() && IsKnown(element);
                if (isTaken)
                {
                    Take();
                }

                Open(element, isTaken, inOldest: false);
                break;
            case "Fallback":
                Open(element, !IsTaken(), inOldest: true);
                break;
        }
    }

    // Word knows the extensions defined by Microsoft and by the standard.
    private static bool IsKnown(XmlReader choice) =>
        (choice.GetAttribute("Requires") ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(prefix => choice.LookupNamespace(prefix) is { } name && WordNames.IsOffice(name));

    private bool IsTaken() => _taken.TryPeek(out var taken) && taken;

    private void Take()
    {
        _taken.TryPop(out _);
        _taken.Push(true);
    }

    private void Open(XmlReader element, bool inNewest, bool inOldest) =>
        _open.Push((element.Depth, inNewest && Has(Revision.Newest), inOldest && Has(Revision.Oldest)));
}
