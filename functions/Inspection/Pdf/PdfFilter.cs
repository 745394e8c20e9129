namespace MicroCred.Inspection.Pdf;

/// <summary>How a stream is packed, as far as it matters here.</summary>
internal enum PdfFilter
{
    None,

    Flate,

    /// <summary>Any other way, several ways at once, or said in a place of its own.</summary>
    Other,
}
