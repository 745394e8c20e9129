using MicroCred.Approval;

namespace MicroCred.Inspection.Pdf;

/// <summary>Inspects a PDF.</summary>
internal static class PdfExamination
{
    /// <summary>How near the file's end the end marker must be. Acrobat searches the last 1,024 bytes.</summary>
    private const int Ending = 1024;

    /// <summary>The findings against the document; none where it can be read.</summary>
    /// <exception cref="HostileContentException">The file has active content.</exception>
    /// <exception cref="InspectionLimitException">The file would take too much to inspect.</exception>
    /// <exception cref="UnreadableContentException">The file is malformed.</exception>
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

    // Readers silently repair a broken cross-reference. Missing pages or a missing end mean that the file was truncated.
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
