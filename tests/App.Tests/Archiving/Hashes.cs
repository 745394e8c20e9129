using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.App.Tests.Archiving;

/// <summary>The hash of an event, as anybody can compute it from its published definition.</summary>
internal static class Hashes
{
    public static string Of(AuditEvent e)
    {
        string[] fields =
        [
            $"{e.Number}",
            e.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            e.Actor.Id,
            e.Actor.Name,
            $"{e.Actor.Kind}",
            e.Event,
            e.Detail,
            e.PreviousHash,
        ];
        fields = e.Form == AuditEvent.WithState ? ["2", .. fields, e.StateBefore ?? "", e.StateAfter!] : fields;
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"{Encoding.UTF8.GetByteCount(field)}:{field},"))))
        );
    }
}
