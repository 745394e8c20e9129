using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MicroCred.App.Storage;

/// <summary>
/// Where a page ended, in a form that callers hand back and needn't understand. It holds only a place within a range that the list itself
/// has chosen for its caller, so that whatever is made up leads to nobody else's lines.
/// </summary>
internal static class Cursor
{
    private const int Longest = 200;

    /// <param name="range">Which of the list's ranges it is.</param>
    /// <param name="place">What the last line's key has behind what all keys of the range begin with.</param>
    public static string Write(int range, string place) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{range}:{place}")));

    /// <exception cref="FormatException">It isn't one that <see cref="Write"/> made for this list.</exception>
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
