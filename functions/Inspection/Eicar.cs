namespace MicroCred.Inspection;

/// <summary>
/// The EICAR test file's text: harmless, and by agreement treated as a virus by whatever looks for viruses. Looking for it here shows that
/// every byte of a document, packed or not, is looked at; a scanner of the platform's goes to the same place.
/// </summary>
internal static class Eicar
{
    // In two halves, or scanners would take this very file for one.
    private static readonly byte[] Text = [.. @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-"u8, .. "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    /// <summary>Reads the content to its end.</summary>
    /// <exception cref="HostileContentException">The text is in it.</exception>
    public static void RefuseIn(Stream content)
    {
        if (PatternWatch.IsIn(content, Text))
        {
            throw Found();
        }
    }

    /// <summary>Looks for the text in content that something else reads.</summary>
    public static PatternWatch Watch() => new(Text);

    public static HostileContentException Found() => new("carries the EICAR test virus");
}
