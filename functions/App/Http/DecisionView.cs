using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>A decision as HTTP clients read it.</summary>
internal sealed record DecisionView(
    DecisionOutcome Outcome,
    string Reasons,
    IReadOnlyList<Condition> Conditions,
    PersonView By,
    DateTimeOffset At,
    bool ByUniversity
)
{
    public static DecisionView Of(Decision decision, bool withIds) =>
        new(
            decision.Outcome,
            decision.Reasons,
            decision.Conditions,
            PersonView.Of(decision.By, withIds),
            decision.At,
            decision.ByUniversity
        );
}
