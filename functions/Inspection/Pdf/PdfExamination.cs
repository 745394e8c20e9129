using MicroCred.Approval;

namespace MicroCred.Inspection.Pdf;

/// <summary>Looks through a PDF.</summary>
internal static class PdfExamination
{
    /// <summary>How near its end a PDF has to say that it ends. Acrobat looks through the last 1,024 bytes.</summary>
    private const int Ending = 1024;

    /// <summary>What stands against it as a document; nothing where it can be read.</summary>
    /// <exception cref="HostileContentException">Something in it does more than be read.</exception>
    /// <exception cref="InspectionLimitException">It would take too much to look through.</exception>
    /// <exception cref="UnreadableContentException">It breaks its own format.</exception>
    public static IReadOnlyList<Finding> Check(Stream file, InspectionLimits limits)
    {
        file.Position = 0;
        Eicar.RefuseIn(file);
        var survey = new PdfSurvey(file, limits);
        var isSound = survey.Take();
        var contents = survey.Contents;
        PdfThreats.Refuse(contents);
        if (PdfEncryption.Of(contents) is { } encryption)
        {
            return
            [
                encryption.OpensWithoutPassword()
                    ? DocumentFindings.Restricted(DocumentTypes.Pdf)
                    : DocumentFindings.Encrypted(DocumentTypes.Pdf),
            ];
        }

        if (contents.Damage is not null)
        {
            throw contents.Damage;
        }

        new PdfTree(contents).RefuseBeyond(limits.PdfDepth, limits.PdfObjects);
        DemandPages(contents, isSound, () => HasEnding(file));
        return [];
    }

    // Readers put a broken cross-reference right without a word. Where pages are missing, or the end, the file was cut off.
    private static void DemandPages(PdfContents contents, bool isSound, Func<bool> hasEnding)
    {
        var pages = PdfPages.Of(contents, PdfCatalogs.Named(contents))
            ?? (hasEnding() ? PdfPages.Of(contents, PdfCatalogs.Unnamed(contents)) : null)
            ?? throw new UnreadableContentException("It has no pages.");
        if (!isSound && (contents.IsCutOff || !pages.IsWhole))
        {
            throw new UnreadableContentException("Some of its pages are missing.");
        }
    }

    private static bool HasEnding(Stream file)
    {
        var ending = new byte[Math.Min(Ending, file.Length)];
        file.Position = file.Length - ending.Length;
        file.ReadExactly(ending);
        return ending.AsSpan().IndexOf("%%EOF"u8) >= 0 || ending.AsSpan().IndexOf("startxref"u8) >= 0;
    }
}
