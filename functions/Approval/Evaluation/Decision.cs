namespace MicroCred.Approval;

/// <summary>The decision on an application, by NZQA or by the university that approves its own; always with written reasons.</summary>
public sealed record Decision(
    DecisionOutcome Outcome,
    string Reasons,
    IReadOnlyList<Condition> Conditions,
    Actor By,
    DateTimeOffset At,
    bool ByUniversity = false
);
