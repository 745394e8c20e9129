namespace MicroCred.Inspection.Pdf;

/// <summary>The kinds of piece that a PDF's values are written with.</summary>
internal enum PdfToken
{
    End,

    Number,

    Name,

    Text,

    Word,

    OpenList,

    CloseList,

    OpenDictionary,

    CloseDictionary,
}
