using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Approval;

/// <summary>
/// SHA-256 over an event's fields as netstrings (length in UTF-8 bytes, colon, text, comma), so that no two events have the same encoding
/// and anyone can recompute it without this code: number, time as 2026-01-31T01:02:03.0000000Z, actor's id, name and kind, event, detail,
/// previous hash. Form 2 puts the form first, and the hashes of the states before (empty where there is none) and after last.
/// </summary>
internal static class AuditHash
{
    public static string Of(AuditEvent e)
    {
        string[] fields =
        [
            e.Number.ToString(CultureInfo.InvariantCulture),
            e.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            e.Actor.Id,
            e.Actor.Name,
            e.Actor.Kind.ToString(),
            e.Event,
            e.Detail,
            e.PreviousHash,
        ];
        if (e.Form != AuditEvent.WithoutState)
        {
            fields = [e.Form.ToString(CultureInfo.InvariantCulture), .. fields, e.StateBefore ?? "", e.StateAfter ?? ""];
        }

        var canonical = string.Concat(fields.Select(field => $"{Encoding.UTF8.GetByteCount(field)}:{field},"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
