namespace MicroCred.Approval;

/// <summary>The required documents are present, and inspection found nothing wrong with any document.</summary>
public static class DocumentRules
{
    /// <summary>The required documents are present.</summary>
    public static readonly ValidationRule Complete = new(
        "DOC01",
        Severity.Error,
        "There are a curriculum, an assessment plan and evidence of need.",
        "Upload it.",
        submission =>
            from asked in new[] { DocumentKind.Curriculum, DocumentKind.AssessmentPlan, DocumentKind.EvidenceOfNeed }
            where !submission.Has(asked)
            select new Found("documents", $"There is no document of kind {asked}.")
    );

    /// <summary>Documents can be read.</summary>
    public static readonly ValidationRule Readable = new(
        "DOC02",
        Severity.Error,
        "Every document can be read.",
        "Open it yourself, save it again as PDF or DOCX, and replace it.",
        submission =>
            FoundAtUpload(submission, "DOC02")
                .Concat(
                    from document in submission.Application.Documents
                    where document is { Status: DocumentStatus.Rejected, Findings.Count: 0 }
                    select new Found(Field(document), $"{document.FileName} can't be read.")
                )
    );

    /// <summary>Documents aren't encrypted.</summary>
    public static readonly ValidationRule NotEncrypted = new(
        "DOC03",
        Severity.Error,
        "No document is encrypted.",
        "Save it without a password and replace it.",
        submission => FoundAtUpload(submission, "DOC03")
    );

    /// <summary>Documents contain nothing that runs or infects.</summary>
    public static readonly ValidationRule NotMalicious = new(
        "DOC04",
        Severity.Error,
        "No document carries anything that runs or infects.",
        "Check the machine that it came from, and replace it with a clean copy.",
        submission => FoundAtUpload(submission, "DOC04")
    );

    /// <summary>Documents are of the type that they claim to be.</summary>
    public static readonly ValidationRule OfItsType = new(
        "DOC05",
        Severity.Error,
        "Every document is a PDF or a DOCX, as its name says.",
        "Save it as PDF or DOCX and replace it.",
        submission => FoundAtUpload(submission, "DOC05")
    );

    /// <summary>Documents are still stored.</summary>
    public static readonly ValidationRule Kept = new(
        "DOC06",
        Severity.Error,
        "Every document's bytes are kept as they came.",
        "Delete the document and upload it again.",
        submission =>
            from document in submission.Application.Documents
            where submission.LostDocuments.Contains(document.Id)
            select new Found(Field(document), $"The bytes of {document.FileName} aren't here any more as they came.")
    );

    /// <summary>The finding made when the document was uploaded and inspected.</summary>
    private static IEnumerable<Found> FoundAtUpload(SubmittedApplication submission, string rule) =>
        from document in submission.Application.Documents
        from finding in document.Findings
        where finding.Rule == rule
        select new Found(Field(document), finding.Message);

    private static string Field(Document document) => $"documents.{document.Id}";
}
