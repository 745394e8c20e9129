using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>
/// Ids that come out the same at each replay: a digest of the instance, its time and a count (UUID version 8 of RFC 9562).
/// </summary>
internal static class DeterministicGuid
{
    public static Guid Create(string instanceId, DateTime at, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{at:O}_{count}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
