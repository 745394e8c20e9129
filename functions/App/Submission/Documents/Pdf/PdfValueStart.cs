namespace MicroCred.App.Submission.Documents;

/// <summary>Where values may begin in a PDF: right after one of these keywords.</summary>
internal readonly record struct PdfValueStart(long At, PdfKeyword Keyword);
