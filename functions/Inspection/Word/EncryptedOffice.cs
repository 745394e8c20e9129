using System.Text;

namespace MicroCred.Inspection.Word;

/// <summary>A password-protected Office document: a compound file with the encrypted package as a stream [MS-OFFCRYPTO 2.3.4].</summary>
internal static class EncryptedOffice
{
    // A compound file's directory stores stream names in UTF-16.
    private static readonly byte[] StreamName = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Is(Stream compoundFile)
    {
        compoundFile.Position = 0;
        return PatternWatch.IsIn(compoundFile, StreamName);
    }
}
