namespace MicroCred.Inspection.Pdf;

/// <summary>Why parsing an object's values stopped.</summary>
internal enum PdfStop
{
    /// <summary>The keyword "endobj", the end of the file, or the one value asked for.</summary>
    End,

    /// <summary>The keyword "stream": data follow.</summary>
    Stream,

    /// <summary>The header of another object, which has been read already.</summary>
    NextObject,

    /// <summary>A cross-reference or a trailer, which is still to be read.</summary>
    Structure,

    TooDeep,
}
