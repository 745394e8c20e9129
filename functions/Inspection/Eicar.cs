namespace MicroCred.Inspection;

/// <summary>
/// The EICAR test file's text: harmless, and treated as a virus by convention. Looking for it shows that every byte of a document, packed
/// or not, is inspected; a real scanner would be called at the same place.
/// </summary>
internal static class Eicar
{
    // In two halves, so that scanners don't flag this source file.
    private static readonly byte[] Text = [.. @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-"u8, .. "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    /// <summary>Reads the content to its end.</summary>
    /// <exception cref="HostileContentException">The content contains the text.</exception>
    public static void RefuseIn(Stream content)
    {
        if (PatternWatch.IsIn(content, Text))
        {
            throw Found();
        }
    }

    /// <summary>Searches for the text in content as it is read elsewhere.</summary>
    public static PatternWatch Watch() => new(Text);

    public static HostileContentException Found() => new("carries the EICAR test virus");
}
