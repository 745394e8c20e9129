namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// A positioned line of text: its block's number in the document, and the start of its baseline in points from the lower left.
/// </summary>
internal sealed record PdfLine(int Block, string Text, double X, double Y, double Size);
