using System.Text;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>Names the format of a file that is neither PDF nor DOCX, where that helps the sender.</summary>
internal static class OtherFormats
{
    public const string NotADocument = "The file is neither a PDF nor a DOCX, whatever its name says.";

    private const string OpenDocument = "application/vnd.oasis.opendocument.text";

    // A compound file's directory stores stream names in UTF-16.
    private static readonly byte[] OldWord = Encoding.Unicode.GetBytes("WordDocument");

    /// <summary>The format of a file that isn't a zip.</summary>
    public static string Of(Stream file)
    {
        Span<byte> head = stackalloc byte[16];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("{\\rtf"u8))
        {
            return Named("text in rich text format (RTF)");
        }

        file.Position = 0;
        return FileSignatures.IsCompoundFile(head) && PatternWatch.IsIn(file, OldWord)
            ? Named("a Word document of before 2007 (DOC)")
            : NotADocument;
    }

    /// <summary>
    /// The format of a zip that isn't a Word document. LibreOffice's zips declare theirs in a file. [OpenDocument 1.3, part 2, 3.3]
    /// </summary>
    public static string Of(SafeZip zip)
    {
        if (zip.Find("mimetype") is not { } entry)
        {
            return NotADocument;
        }

        Span<byte> type = stackalloc byte[OpenDocument.Length];
        using var content = zip.Read(entry);
        type = type[..content.ReadAtLeast(type, type.Length, throwOnEndOfStream: false)];
        return Encoding.ASCII.GetString(type) == OpenDocument ? Named("an OpenDocument text (ODT)") : NotADocument;
    }

    private static string Named(string format) => $"The file is {format}. Open it and save it as a Word document (.docx).";
}
