using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Http;

/// <summary>A part's Content-Disposition: which field it is, and what its file is called. [RFC 7578, 4.2]</summary>
internal sealed record Disposition(string Name, string? FileName)
{
    private const string Header = "Content-Disposition:";

    // Latin-1 with letters and signs where that has controls, as Windows writes it and as browsers read what is called Latin-1.
    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="header">The header's value as read in UTF-8.</param>
    /// <param name="recent">The bytes that it was read from, and others around it.</param>
    /// <returns>Null where it isn't a form's.</returns>
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

    // The one with an asterisk is read alike by every recipient, and so preferred. [RFC 6266, 4.3]
    private static string? NameOfFile(ContentDispositionHeaderValue disposition)
    {
        if (disposition.FileNameStar.HasValue)
        {
            return disposition.FileNameStar.ToString();
        }

        return disposition.FileName.HasValue ? Unescaped(disposition.FileName) : null;
    }

    // Older programs write names in Latin-1, of which UTF-8 makes nothing.
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

    // A backslash before anything but a quotation mark stands for itself: Windows writes paths with it.
    private static string Unescaped(StringSegment quoted) =>
        HeaderUtilities.RemoveQuotes(quoted).ToString().Replace("\\\"", "\"", StringComparison.Ordinal);
}
