using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection;

/// <summary>Tells a file's kind from its content.</summary>
public static class ContentKinds
{
    // Readers of PDF accept its header anywhere in here.
    private const int PdfHeaderWithin = 1024;

    /// <summary>True for whatever begins as a zip, also where another program would find a PDF in it.</summary>
    public static bool IsZip(Stream file) => FileSignatures.IsZip(Head(file, stackalloc byte[4]));

    /// <summary>What kind of file the first bytes, and a zip's last ones, make it.</summary>
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
