namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// One line of text, placed: its block's number in the document, and where its baseline starts in points from the lower left.
/// </summary>
internal sealed record PdfLine(int Block, string Text, double X, double Y, double Size);
