namespace MicroCred.Inspection;

/// <summary>The two document types that an application accepts.</summary>
public static class DocumentTypes
{
    /// <summary>The media type of PDF.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>The media type of DOCX.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The name of a media type, as shown to people.</summary>
    public static string Name(string contentType) => contentType == Pdf ? "PDF" : "Word document (DOCX)";

    /// <summary>The file extension of a media type.</summary>
    public static string Extension(string contentType) => contentType == Pdf ? ".pdf" : ".docx";
}
