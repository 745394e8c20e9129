using PdfSharp.Pdf.IO;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>Puts a password to open on a PDF: AES-256 (ISO 32000-2, 7.6).</summary>
internal static class PdfPassword
{
    public static byte[] Protect(byte[] file, string password)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Modify);
        document.SecuritySettings.UserPassword = password;
        document.SecuritySettings.OwnerPassword = password;
        document.SecurityHandler.SetEncryptionToV5();
        using var locked = new MemoryStream();
        document.Save(locked);
        return locked.ToArray();
    }
}
