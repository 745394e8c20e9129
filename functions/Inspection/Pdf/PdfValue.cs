namespace MicroCred.Inspection.Pdf;

/// <summary>A value in a PDF. Only the parts that the inspection uses are kept, so that a large file needs little memory.</summary>
internal abstract class PdfValue
{
    /// <summary>The null value: an entry with it counts as absent [ISO 32000-1, 7.3.9].</summary>
    public static readonly PdfValue Null = new Plain();

    /// <summary>A value that the inspection doesn't use.</summary>
    public static readonly PdfValue Other = new Plain();

    private sealed class Plain : PdfValue;
}

/// <summary>A number, without its fraction.</summary>
internal sealed class PdfNumber(long value) : PdfValue
{
    public long Value => value;
}

/// <summary>A name, or true or false; empty for a name that the inspection doesn't use.</summary>
internal sealed class PdfName(string value) : PdfValue
{
    public string Value => value;
}

/// <summary>The first bytes of a string.</summary>
internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes => bytes;
}

/// <summary>A reference to another object, by its number.</summary>
internal sealed class PdfReference(long number) : PdfValue
{
    public long Number => number;
}

/// <summary>An array, without values that the inspection doesn't use.</summary>
internal sealed class PdfList(PdfValue[] items) : PdfValue
{
    public static readonly PdfList Empty = new([]);

    public PdfValue[] Items => items;
}
