using System.Text;
using MicroCred.App.Http;

namespace MicroCred.App.Pages;

/// <summary>Reads the fields of a form that also has files.</summary>
internal static class PartTexts
{
    /// <summary>In characters; a longer field is cut off, and isn't what it should be then.</summary>
    private const int Longest = 4096;

    public static async Task<string> TextAsync(this RequestPart part, CancellationToken cancellationToken)
    {
        using StreamReader reader = new(part.Content, Encoding.UTF8);
        var buffer = new char[Longest];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
    }
}
