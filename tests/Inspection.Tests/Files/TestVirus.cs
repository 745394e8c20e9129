using System.Text;

namespace MicroCred.Inspection.Tests.Files;

/// <summary>The EICAR test text, put together here so that no scanner takes these sources for a virus.</summary>
internal static class TestVirus
{
    public static string Text { get; } = string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*");

    public static byte[] Bytes { get; } = Encoding.ASCII.GetBytes(Text);
}
