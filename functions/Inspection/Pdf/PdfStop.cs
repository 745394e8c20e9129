namespace MicroCred.Inspection.Pdf;

/// <summary>What ended the values of an object.</summary>
internal enum PdfStop
{
    /// <summary>The word "endobj", the end of the file, or that only one value was asked for.</summary>
    End,

    /// <summary>The word "stream": data follow.</summary>
    Stream,

    /// <summary>The number of another object, which has been read already.</summary>
    NextObject,

    /// <summary>A cross-reference or a trailer, to be read yet.</summary>
    Structure,

    TooDeep,
}
