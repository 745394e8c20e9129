namespace MicroCred.Inspection.Pdf;

/// <summary>A value in a PDF. Only what the inspection asks about is kept of it, so that a large file needs little memory.</summary>
internal abstract class PdfValue
{
    /// <summary>No value: an entry with it is as good as absent [ISO 32000-1, 7.3.9].</summary>
    public static readonly PdfValue Null = new Plain();

    /// <summary>Something that is there, but about which nothing is asked.</summary>
    public static readonly PdfValue Other = new Plain();

    private sealed class Plain : PdfValue;
}

/// <summary>A number; of one with a fraction, the whole part.</summary>
internal sealed class PdfNumber(long value) : PdfValue
{
    public long Value => value;
}

/// <summary>A name, or true or false. Empty where it is a name about which nothing is asked.</summary>
internal sealed class PdfName(string value) : PdfValue
{
    public string Value => value;
}

/// <summary>The first bytes of a string.</summary>
internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes => bytes;
}

/// <summary>Another object, by its number.</summary>
internal sealed class PdfReference(long number) : PdfValue
{
    public long Number => number;
}

/// <summary>What stands in square brackets, without what isn't asked about.</summary>
internal sealed class PdfList(PdfValue[] items) : PdfValue
{
    public static readonly PdfList Empty = new([]);

    public PdfValue[] Items => items;
}
