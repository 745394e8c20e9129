using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MicroCred.App.Storage;

/// <summary>
/// The end of a page, as an opaque text that callers hand back. It holds only a place within a range that the list itself chooses for the
/// caller, so a forged cursor can't reach anybody else's lines.
/// </summary>
internal static class Cursor
{
    private const int Longest = 200;

    /// <param name="range">The index of the list's range.</param>
    /// <param name="place">The rest of the last line's key after the range's prefix.</param>
    public static string Write(int range, string place) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{range}:{place}")));

    /// <exception cref="FormatException">It wasn't made by <see cref="Write"/> for this list.</exception>
    public static (int Range, string? Place) Read(string? cursor, int ranges)
    {
        if (cursor is null)
        {
            return (0, null);
        }

        var text = cursor.Length <= Longest && Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var range)
            && range < ranges
            && text[(colon + 1)..] is { Length: > 0 } place
            && place.All(IsOfAKey)
            ? (range, place)
            : throw new FormatException("Not a cursor of this list.");
    }

    private static bool IsOfAKey(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '|' or '.' or '_' or '@';
}
