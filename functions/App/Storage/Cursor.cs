using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MicroCred.App.Storage;

/// <summary>Where a page ended, in a form that callers hand back and needn't understand.</summary>
internal static class Cursor
{
    public static string Write(int range, string rowKey) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{range}:{rowKey}")));

    /// <exception cref="FormatException">It isn't one that <see cref="Write"/> made for this list.</exception>
    public static (int Range, string? RowKey) Read(string? cursor, int ranges)
    {
        if (cursor is null)
        {
            return (0, null);
        }

        string text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int range) && range < ranges
            ? (range, text[(colon + 1)..])
            : throw new FormatException("Not a cursor of this list.");
    }
}
