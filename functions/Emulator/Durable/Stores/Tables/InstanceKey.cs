using System.Globalization;
using System.Text;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>
/// Instance ids as partition keys: what a key mustn't have, or a URL might spoil, is written as <c>!</c> and four hexadecimal digits.
/// </summary>
internal static class InstanceKey
{
    /// <summary>A key may have 512 characters.</summary>
    private const int Longest = 512;

    /// <exception cref="ArgumentException">The id is too long.</exception>
    public static string Of(string instanceId)
    {
        if (instanceId.All(IsPlain) && instanceId.Length <= Longest)
            return instanceId;

        var key = new StringBuilder(instanceId.Length + 20);
        foreach (var character in instanceId)
        {
            if (IsPlain(character))
                key.Append(character);
            else
                key.Append(CultureInfo.InvariantCulture, $"!{(int)character:X4}");
        }

        return key.Length <= Longest
            ? key.ToString()
            : throw new ArgumentException($"The instance id '{instanceId}' is too long.", nameof(instanceId));
    }

    public static string ToInstanceId(string key)
    {
        if (!key.Contains('!', StringComparison.Ordinal))
            return key;

        var id = new StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] != '!')
            {
                id.Append(key[at]);
                continue;
            }

            id.Append((char)int.Parse(key.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 4;
        }

        return id.ToString();
    }

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '@' or '|' or ' ';
}
