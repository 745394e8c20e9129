using System.Xml;

namespace MicroCred.App.Submission.Documents;

/// <summary>Looks through a zip that may be a DOCX.</summary>
internal static class WordExamination
{
    /// <summary>False when the zip isn't a Word document, or can't even be opened so far as to tell.</summary>
    public static bool IsWord(Stream file, InspectionLimits limits)
    {
        try
        {
            using var zip = SafeZip.Open(file, limits.Zip);
            return PartTypes.Declared(zip).Any(PartTypes.IsWord);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>Reads every byte of it, packed and unpacked.</summary>
    /// <exception cref="HostileContentException">Something in it runs or fetches something.</exception>
    /// <exception cref="ZipRefusedException">It bursts, or plays tricks with names.</exception>
    /// <exception cref="UnreadableContentException">It breaks its own format.</exception>
    public static void Check(Stream file, InspectionLimits limits)
    {
        file.Position = 0;
        Eicar.RefuseIn(file);
        using var zip = SafeZip.Open(file, limits.Zip);
        new PackageWalk(limits).Through(zip);
        var main = Relationships.MainPart(zip) is { } name ? zip.Find(name) : null;
        zip.Read(main ?? throw new UnreadableContentException("The main part is missing."), WordText.CheckMain);
        foreach (var part in zip.Files.Where(MayHaveText))
            zip.Read(part, WordText.RefusePrograms);
    }

    private static bool MayHaveText(ZippedFile part) =>
        part.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
