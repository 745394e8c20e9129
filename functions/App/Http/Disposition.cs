using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Http;

/// <summary>A part's Content-Disposition: the field's name, and the file's. [RFC 7578, 4.2]</summary>
internal sealed record Disposition(string Name, string? FileName)
{
    private const string Header = "Content-Disposition:";

    // Windows-1252: Latin-1 with printable characters in place of some control characters. Windows writes it, and browsers read it where
    // Latin-1 is declared.
    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="header">The header's value as decoded from UTF-8.</param>
    /// <param name="recent">The bytes that it was decoded from, with others around them.</param>
    /// <returns>Null where it isn't a form field's.</returns>
    public static Disposition? Read(string? header, ReadOnlySpan<byte> recent)
    {
        if (header?.Contains('\uFFFD') == true)
        {
            header = AsSent(header, recent);
        }

        if (
            !ContentDispositionHeaderValue.TryParse(header, out var disposition)
            || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        return new Disposition(Unescaped(disposition.Name), NameOfFile(disposition));
    }

    // All recipients decode filename* the same way, so it is preferred. [RFC 6266, 4.3]
    private static string? NameOfFile(ContentDispositionHeaderValue disposition)
    {
        if (disposition.FileNameStar.HasValue)
        {
            return disposition.FileNameStar.ToString();
        }

        return disposition.FileName.HasValue ? Unescaped(disposition.FileName) : null;
    }

    // Older programs send names in Latin-1, which doesn't decode as UTF-8.
    private static string AsSent(string header, ReadOnlySpan<byte> recent)
    {
        while (recent.LastIndexOf((byte)'\n') is >= 0 and var end)
        {
            var start = recent[..end].LastIndexOf((byte)'\n') + 1;
            var line = recent[start..end];
            var text = Encoding.UTF8.GetString(line);
            if (text.StartsWith(Header, StringComparison.OrdinalIgnoreCase) && text[Header.Length..].Trim() == header.Trim())
            {
                return Latin.GetString(line)[Header.Length..].Trim();
            }

            recent = recent[..start];
        }

        return header;
    }

    // A backslash counts as an escape only before a quotation mark: Windows puts paths into names.
    private static string Unescaped(StringSegment quoted) =>
        HeaderUtilities.RemoveQuotes(quoted).ToString().Replace("\\\"", "\"", StringComparison.Ordinal);
}
