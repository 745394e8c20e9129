using MicroCred.Approval;
using MicroCred.Inspection.Pdf;
using MicroCred.Inspection.Word;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>The inspection of one file whose kind is known.</summary>
internal sealed class FileInspection(InspectionLimits limits, DocumentClaim claim, ContentKind kind)
{
    public Verdict Of(Stream file) =>
        kind switch
        {
            ContentKind.Pdf => Pdf(file),
            ContentKind.Zip => Zip(file),
            ContentKind.CompoundFile => CompoundFile(file),
            ContentKind.Ambiguous => throw new HostileContentException("is two kinds of file at once"),
            ContentKind.Empty => new Verdict.NotADocument("The file is empty."),
            _ => new Verdict.NotADocument(OtherFormats.Of(file)),
        };

    /// <summary>The verdict on a file that can't be parsed. Only its declared type says what a broken zip was meant to be.</summary>
    public Verdict Unreadable() =>
        kind switch
        {
            ContentKind.Pdf => Found(DocumentTypes.Pdf, DocumentFindings.Unreadable(DocumentTypes.Pdf)),
            ContentKind.Zip when claim.Says(DocumentTypes.Docx) => Found(
                DocumentTypes.Docx,
                DocumentFindings.Unreadable(DocumentTypes.Docx)
            ),
            _ => new Verdict.NotADocument(OtherFormats.NotADocument),
        };

    private Verdict.Inspected Pdf(Stream file) => Found(DocumentTypes.Pdf, [.. PdfExamination.Check(file, limits)]);

    private Verdict Zip(Stream file)
    {
        try
        {
            return WordExamination.Check(file, limits) is { } other ? new Verdict.NotADocument(other) : Found(DocumentTypes.Docx);
        }
        catch (ZipRefusedException zip) when (zip.Fault == ZipFault.Encrypted && claim.Says(DocumentTypes.Docx))
        {
            return Found(DocumentTypes.Docx, DocumentFindings.Encrypted(DocumentTypes.Docx));
        }
    }

    private Verdict CompoundFile(Stream file) =>
        claim.Says(DocumentTypes.Docx) && EncryptedOffice.Is(file)
            ? Found(DocumentTypes.Docx, DocumentFindings.Encrypted(DocumentTypes.Docx))
            : new Verdict.NotADocument(OtherFormats.Of(file));

    private Verdict.Inspected Found(string contentType, params Finding[] findings) =>
        new(contentType, claim.Allows(contentType) ? findings : [.. findings, DocumentFindings.AnotherType(contentType, claim.FileName)]);
}
