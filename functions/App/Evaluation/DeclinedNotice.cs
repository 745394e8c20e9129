using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: the application was declined.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Criteria">What the decision rests on, criterion by criterion.</param>
/// <param name="ReconsiderableUntil">Until when the provider may ask to have it reconsidered, in UTC.</param>
[Concerns("An application was declined", Role.Provider)]
internal sealed record DeclinedNotice(
    Envelope Envelope,
    string Reasons,
    IReadOnlyList<CriterionReason> Criteria,
    DateTimeOffset ReconsiderableUntil
) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Decision;

    public override Letter Write() => new("Your application was declined", [.. Parts()]);

    private IEnumerable<LetterPart> Parts()
    {
        yield return "NZQA has decided your application. These are the reasons.";
        yield return new LetterPart.Quotation(Reasons);
        foreach (var criterion in Criteria)
        {
            yield return new LetterPart.Heading($"{criterion.Criterion}: {Labels.Of(criterion.Result).ToLowerInvariant()}");
            yield return new LetterPart.Quotation(criterion.Comment);
        }

        yield return new LetterPart.Heading("If you disagree");
        yield return $"You may ask to have this decision reconsidered, once, until {ReconsiderableUntil.AsDay()}. A registrar who took no "
            + "part in it then decides from the record and from the grounds that you give.";
        yield return new LetterPart.Link("Ask for a reconsideration", Links.Reconsider(Envelope.Application));
    }

    /// <summary>About a decline that counts now.</summary>
    public static DeclinedNotice Of(Application declined, EvaluationSettings settings) =>
        new(
            Envelope.ToProvider(declined),
            declined.Decision!.Reasons,
            [.. declined.FindingsThatCount.Select(finding => CriterionReason.Of(finding, declined.Edition))],
            declined.ReconsiderableUntil(settings)!.Value
        );
}
