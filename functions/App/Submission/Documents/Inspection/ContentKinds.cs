namespace MicroCred.App.Submission.Documents;

/// <summary>Tells a file's kind from its content.</summary>
internal static class ContentKinds
{
    // Readers of PDF accept its header anywhere in here.
    private const int PdfHeaderWithin = 1024;

    public static ContentKind Of(Stream file)
    {
        Span<byte> buffer = stackalloc byte[PdfHeaderWithin];
        file.Position = 0;
        ReadOnlySpan<byte> head = buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        var pdf = head.IndexOf("%PDF-"u8);
        if (pdf == 0)
            return ZipDirectory.Find(file) is null ? ContentKind.Pdf : ContentKind.Ambiguous;
        if (FileSignatures.IsZip(head))
            return pdf < 0 ? ContentKind.Zip : ContentKind.Ambiguous;
        if (FileSignatures.IsCompoundFile(head))
            return ContentKind.CompoundFile;
        if (pdf > 0)
            return FileSignatures.IsKnown(head) || ZipDirectory.Find(file) is not null ? ContentKind.Ambiguous : ContentKind.Pdf;
        return head.IsEmpty ? ContentKind.Empty : ContentKind.Other;
    }
}
