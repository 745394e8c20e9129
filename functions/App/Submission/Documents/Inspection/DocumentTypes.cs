namespace MicroCred.App.Submission.Documents;

/// <summary>The two types of document that an application takes.</summary>
internal static class DocumentTypes
{
    public const string Pdf = "application/pdf";

    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string Name(string contentType) => contentType == Pdf ? "PDF" : "Word document (DOCX)";

    public static string Extension(string contentType) => contentType == Pdf ? ".pdf" : ".docx";
}
