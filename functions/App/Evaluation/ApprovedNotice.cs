using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: the application was approved. Publication follows, and is told by mail.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">The conditions.</param>
internal sealed record ApprovedNotice(Envelope Envelope, string Reasons, IReadOnlyList<Condition> Conditions) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Decision;

    public override Letter Write() => new("Your application was approved", [.. Approval(Reasons, Conditions)]);

    /// <summary>What a letter says of an approval.</summary>
    public static IEnumerable<LetterPart> Approval(string reasons, IReadOnlyList<Condition> conditions) =>
        [
            "The reasons for the decision:",
            new LetterPart.Quotation(reasons),
            .. conditions.Count == 0
                ? (IReadOnlyList<LetterPart>)[]
                :
                [
                    "It is approved with these conditions, which the register shows:",
                    new LetterPart.Items([.. conditions.Select(Days.InWords)]),
                ],
        ];
}
