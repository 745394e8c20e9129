using System.Globalization;

namespace MicroCred.Approval;

/// <summary>JSON pointers [RFC 6901].</summary>
public static class JsonPointer
{
    /// <summary>The names and indexes of a pointer, from outside to inside; null where the text isn't one.</summary>
    public static IReadOnlyList<string>? Parts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return [];
        }

        var parts = text.Split('/');
        return parts[0].Length == 0 && parts.All(IsEscaped) ? [.. parts.Skip(1).Select(Unescaped)] : null;
    }

    /// <summary>Whether a field is the one that a pointer names, or is beneath it.</summary>
    public static bool Holds(string named, string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field == named || field.StartsWith($"{named}/", StringComparison.Ordinal);
    }

    /// <summary>A pointer as findings name fields, such as <c>microCredential.outcomes[0]</c>.</summary>
    public static string AsField(string text) => (Parts(text) ?? []).Aggregate("", (field, part) => Index(part) is { } index
                ? string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]")
            : field.Length == 0 ? part
            : $"{field}.{part}");

    /// <summary>A part's place in a list, from 0; null where it is a name.</summary>
    internal static int? Index(string part) =>
        (part == "0" || !part.StartsWith('0')) && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    internal static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescaped(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static bool IsEscaped(string part) =>
        part.Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal) is var rest && !rest.Contains('~');
}
