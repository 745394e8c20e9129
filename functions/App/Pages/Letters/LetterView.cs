using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.App.Pages.Letters;

/// <summary>A letter on a list.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="Sha256">The SHA-256 of the letter's bytes, in lower-case hex.</param>
internal sealed record LetterView(int Number, LetterKind Kind, DateTimeOffset At, string Sha256);

/// <summary>An application's letters, first to last.</summary>
internal sealed record LettersView(IReadOnlyList<LetterView> Items)
{
    public static LettersView Of(IEnumerable<KeptLetterLine> letters) =>
        new([.. letters.Select(letter => new LetterView(letter.Number, letter.Kind, letter.At, letter.Sha256))]);
}
