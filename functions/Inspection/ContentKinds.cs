using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>Detects a file's kind from its content.</summary>
public static class ContentKinds
{
    // PDF readers accept the header anywhere within this many bytes.
    private const int PdfHeaderWithin = 1024;

    /// <summary>True for a file that begins as a zip, even if another program would find a PDF in it.</summary>
    public static bool IsZip(Stream file) => FileSignatures.IsZip(Head(file, stackalloc byte[4]));

    /// <summary>The kind of a file by its first bytes, and by a zip's last ones.</summary>
    public static ContentKind Of(Stream file)
    {
        var head = Head(file, stackalloc byte[PdfHeaderWithin]);
        var pdf = head.IndexOf("%PDF-"u8);
        if (pdf == 0)
        {
            return ZipDirectory.Find(file) is null ? ContentKind.Pdf : ContentKind.Ambiguous;
        }

        if (FileSignatures.IsZip(head))
        {
            return pdf < 0 ? ContentKind.Zip : ContentKind.Ambiguous;
        }

        if (FileSignatures.IsCompoundFile(head))
        {
            return ContentKind.CompoundFile;
        }

        if (pdf > 0)
        {
            return FileSignatures.IsKnown(head) || ZipDirectory.Find(file) is not null ? ContentKind.Ambiguous : ContentKind.Pdf;
        }

        return head.IsEmpty ? ContentKind.Empty : ContentKind.Other;
    }

    private static ReadOnlySpan<byte> Head(Stream file, Span<byte> buffer)
    {
        file.Position = 0;
        return buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }
}
