using System.Text;

namespace MicroCred.Inspection.Word;

/// <summary>
/// An Office document with a password: a compound file with the encrypted package as one of its streams [MS-OFFCRYPTO 2.3.4].
/// </summary>
internal static class EncryptedOffice
{
    // As a compound file's directory writes its streams' names.
    private static readonly byte[] StreamName = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Is(Stream compoundFile)
    {
        compoundFile.Position = 0;
        return PatternWatch.IsIn(compoundFile, StreamName);
    }
}
