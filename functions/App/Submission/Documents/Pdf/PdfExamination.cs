using MicroCred.Approval;
using UglyToad.PdfPig;

namespace MicroCred.App.Submission.Documents;

/// <summary>Looks through a PDF.</summary>
internal static class PdfExamination
{
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
        using var guarded = new PdfParserStream(file, survey.InsideNumbers) { Position = 0 };
        using var document = PdfDocument.Open(guarded);
        guarded.ThrowIfAstray();
        return document.NumberOfPages > 0 ? [] : throw new UnreadableContentException("It has no pages.");
    }
}
