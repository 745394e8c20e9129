namespace MicroCred.App.Submission.Documents;

/// <summary>The words of a PDF's structure that values follow.</summary>
internal enum PdfKeyword
{
    Obj,

    Trailer,

    Endstream,
}
