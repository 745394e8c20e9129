using MicroCred.Approval;
using UglyToad.PdfPig;

namespace MicroCred.App.Submission.Documents;

/// <summary>Looks through a PDF.</summary>
internal static class PdfExamination
{
    /// <summary>How near its end a PDF has to say where its objects are. Acrobat looks through the last 1,024 bytes.</summary>
    private const int Ending = 64 << 10;

    /// <summary>What stands against it as a document; nothing where it can be read.</summary>
    /// <exception cref="HostileContentException">Something in it does more than be read.</exception>
    /// <exception cref="UnreadableContentException">It breaks its own format.</exception>
    public static IReadOnlyList<Finding> Check(Stream file, InspectionLimits limits)
    {
        file.Position = 0;
        Eicar.RefuseIn(file);
        var survey = new PdfSurvey(file, limits);
        if (survey.IsEncrypted)
            return [DocumentFindings.Encrypted(DocumentTypes.Pdf)];
        DemandEnding(file);
        using var guarded = new PdfParserStream(file, survey.InsideNumbers) { Position = 0 };
        using var document = PdfDocument.Open(guarded);
        guarded.ThrowIfAstray();
        return document.NumberOfPages > 0 ? [] : throw new UnreadableContentException("It has no pages.");
    }

    /// <summary>PdfPig looks for the ending backwards through the whole file, for half a minute where much else follows it.</summary>
    private static void DemandEnding(Stream file)
    {
        file.Position = Math.Max(0, file.Length - Ending);
        var ending = new byte[file.Length - file.Position];
        file.ReadExactly(ending);
        if (ending.AsSpan().IndexOf("startxref"u8) < 0)
            throw new UnreadableContentException("It doesn't end as a PDF does.");
    }
}
