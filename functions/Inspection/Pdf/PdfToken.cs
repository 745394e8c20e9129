namespace MicroCred.Inspection.Pdf;

/// <summary>The kinds of token in a PDF.</summary>
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
