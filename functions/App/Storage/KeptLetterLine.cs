using MicroCred.App.Notices;

namespace MicroCred.App.Storage;

/// <summary>A letter that is kept for an application's provider, without its page.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Sha256">The SHA-256 of the page's bytes, in lower-case hex.</param>
/// <param name="Key">The key of its first row.</param>
internal sealed record KeptLetterLine(int Number, LetterKind Kind, DateTimeOffset At, string Sha256, string Key);
