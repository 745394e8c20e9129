namespace MicroCred.Inspection.Pdf;

/// <summary>A stream's filter, as far as it matters here.</summary>
internal enum PdfFilter
{
    None,

    Flate,

    /// <summary>Another filter, several filters, or an indirect declaration.</summary>
    Other,
}
