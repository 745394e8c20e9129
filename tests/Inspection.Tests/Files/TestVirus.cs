using System.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>The EICAR test text, assembled here so that no scanner flags this source file.</summary>
internal static class TestVirus
{
    public static string Text { get; } = string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*");

    public static byte[] Bytes { get; } = Encoding.ASCII.GetBytes(Text);
}
