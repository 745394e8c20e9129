using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// Goes through all objects of a PDF before a parser is let at it: refuses what is hostile, and notes what would make the parser run
/// out of memory or stack or never end, which no handler can catch.
/// </summary>
internal sealed class PdfSurvey
{
    private readonly InspectionLimits _limits;
    private readonly PdfStreamData _data;
    private readonly PdfTree _tree = new();
    private UnreadableContentException? _damage;

    /// <exception cref="HostileContentException">Something in it does more than be read.</exception>
    /// <exception cref="UnreadableContentException">It isn't safe to parse, and encryption isn't the reason.</exception>
    public PdfSurvey(Stream file, InspectionLimits limits)
    {
        _limits = limits;
        _data = new(file, limits);
        var objects = new PdfObjects(file);
        foreach (var found in objects.All())
            Look(found);
        InsideNumbers = objects.InsideNumbers;
        if (IsEncrypted)
            return;
        if (_damage is not null)
            throw _damage;
        _tree.RefuseBeyond(limits.PdfDepth, limits.PdfObjects);
    }

    public bool IsEncrypted { get; private set; }

    /// <summary>Where no parser has business to begin reading.</summary>
    public HashSet<long> InsideNumbers { get; }

    private void Look(PdfObject found)
    {
        foreach (var dictionary in found.Values.SelectMany(PdfTokens.Dictionaries))
        {
            PdfThreats.Refuse(dictionary);
            IsEncrypted |= dictionary.Has("Encrypt") && dictionary.Has("Root");
        }
        try
        {
            _tree.Add(found);
            foreach (var dictionary in found.Values.OfType<DictionaryToken>())
                PdfDeclarations.Refuse(dictionary, _limits.PdfObjects);
            if (found.Stream is { } stream)
                LookInto(stream, found.Data);
        }
        catch (UnreadableContentException damage)
        {
            // Kept for later: in an encrypted file this is to be expected.
            _damage ??= damage;
        }
    }

    private void LookInto(DictionaryToken stream, long data)
    {
        if (PdfDeclarations.IsObjectStream(stream))
        {
            foreach (var inner in new PdfObjectStream(stream, _data.Structure(stream, data)).Objects())
                Look(inner);
        }
        else if (PdfDeclarations.IsCrossReference(stream))
        {
            _data.Structure(stream, data);
        }
        else
        {
            _data.RefuseEicar(stream, data);
        }
    }
}
