using System.Xml;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>Inspects a zip that may be a DOCX.</summary>
internal static class WordExamination
{
    /// <summary>Reads every byte of a Word document, both packed and unpacked.</summary>
    /// <returns>Null for a Word document; otherwise the reason for refusal, in a sentence or two.</returns>
    /// <exception cref="HostileContentException">Content runs or fetches something.</exception>
    /// <exception cref="ZipRefusedException">The zip exceeds a limit, has unsafe names, or is encrypted.</exception>
    /// <exception cref="UnreadableContentException">The document is malformed.</exception>
    public static string? Check(Stream file, InspectionLimits limits)
    {
        using var zip = SafeZip.Open(file, limits.Zip);
        if (Declared(zip) is not { } types)
        {
            return OtherFormats.NotADocument;
        }

        var main = Relationships.MainPart(zip);
        if (WordKind.WhyNone(types, main) is { } why)
        {
            return why == OtherFormats.NotADocument ? OtherFormats.Of(zip) : why;
        }

        file.Position = 0;
        Eicar.RefuseIn(file);
        new PackageWalk(limits).Through(zip, types, main ?? throw new UnreadableContentException("The main part is missing."));
        return null;
    }

    private static PartTypes? Declared(SafeZip zip)
    {
        try
        {
            return PartTypes.Of(zip);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
