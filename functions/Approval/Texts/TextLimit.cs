namespace MicroCred.Approval;

/// <summary>The longest that each kind of text may be, in characters (UTF-16 units of the NFC text, as browsers count).</summary>
public enum TextLimit
{
    /// <summary>A title, a name or a code, on one line.</summary>
    Title = 200,

    /// <summary>A sentence or two, such as one outcome or one condition.</summary>
    Sentence = 1_000,

    /// <summary>Text of several paragraphs: a purpose, a comment, reasons, an answer.</summary>
    LongText = 20_000,
}
