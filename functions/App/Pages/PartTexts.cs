using System.Text;
using MicroCred.App.Http;

namespace MicroCred.App.Pages;

/// <summary>Reads the fields of a form that also has files.</summary>
internal static class PartTexts
{
    private const int Usual = 4096;

    /// <param name="part">The field.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="longest">In characters; a longer field is cut off, and isn't what it should be then.</param>
    public static async Task<string> TextAsync(this RequestPart part, CancellationToken cancellationToken, int longest = Usual)
    {
        using StreamReader reader = new(part.Content, Encoding.UTF8);
        var buffer = new char[longest];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
    }
}
