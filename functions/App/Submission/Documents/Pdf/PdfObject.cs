using UglyToad.PdfPig.Tokens;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// What stands between two keywords of a PDF: an object with its number, or what follows a trailer or a stream, or an object whose
/// number doesn't
/// stand where it should, without one. Properly that is one value, but parsers take the first or the last of several. For a stream,
/// also its
/// dictionary and where its data begins.
/// </summary>
internal sealed record PdfObject(long? Number, IReadOnlyList<IToken> Values, DictionaryToken? Stream = null, long Data = 0);
