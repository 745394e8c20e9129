using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: a funding adviser decided whether TEC may fund its micro-credential.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Number">The entry's number; null where it isn't published yet.</param>
/// <param name="Outcome">The decision.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">Under which conditions.</param>
[Concerns("TEC decided on funding", Role.Provider)]
internal sealed record FundingDecidedNotice(
    Envelope Envelope,
    int? Number,
    FundingOutcome Outcome,
    string Reasons,
    IReadOnlyList<Condition> Conditions
) : Notice(Envelope)
{
    public override Letter Write() => new("TEC has decided on funding", string.Join("\n\n", Paragraphs()));

    private IEnumerable<string> Paragraphs()
    {
        yield return $"TEC {(Outcome == FundingOutcome.Eligible ? "may" : "may not")} fund {(Number is null ? "it" : $"number {Number} on the register")}.";
        yield return $"Reasons for the decision: {Reasons}";
        if (Conditions.Count > 0)
        {
            yield return $"Conditions:\n{string.Join('\n', Conditions.Select(condition => $"By {condition.Due.AsDay()}: {condition.Text}"))}";
        }
    }
}
