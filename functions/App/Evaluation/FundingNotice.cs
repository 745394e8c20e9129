using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: TEC's decision on funding, by rules or by a funding adviser.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Tests">Each test's reason.</param>
/// <param name="Reasons">The funding adviser's reasons; null where the rules decided alone.</param>
/// <param name="Conditions">The funding adviser's conditions.</param>
[Concerns("TEC decided on funding", Role.Provider)]
internal sealed record FundingNotice(
    Envelope Envelope,
    FundingOutcome Outcome,
    IReadOnlyList<string> Tests,
    string? Reasons,
    IReadOnlyList<Condition> Conditions
) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Funding;

    public override Letter Write() =>
        new(
            Outcome == FundingOutcome.Eligible ? "TEC may fund your micro-credential" : "TEC may not fund your micro-credential",
            [
                .. Reasons is { } reasons
                    ? (IReadOnlyList<LetterPart>)["The funding adviser's reasons:", new LetterPart.Quotation(reasons)]
                    : ["TEC's tests decide this by rules."],
                .. Conditions.Count > 0
                    ? (IReadOnlyList<LetterPart>)["Conditions:", new LetterPart.Items([.. Conditions.Select(Days.InWords)])]
                    : [],
                "The tests:",
                new LetterPart.Items(Tests),
            ]
        );

    /// <summary>About an assessment; null while an adviser is to decide.</summary>
    public static FundingNotice? Of(Application application) =>
        application.Funding is { Outcome: not FundingOutcome.Referred } funding
            ? new(
                Envelope.ToProvider(application),
                funding.Outcome,
                [.. funding.Tests.Select(test => test.Reason)],
                funding.Reasons,
                funding.Conditions
            )
            : null;
}
