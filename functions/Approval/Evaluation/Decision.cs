namespace MicroCred.Approval;

/// <summary>The decision on an application, with its reasons in writing, always; by NZQA, or a university's own approval.</summary>
public sealed record Decision(
    DecisionOutcome Outcome,
    string Reasons,
    IReadOnlyList<string> Conditions,
    Actor By,
    DateTimeOffset At,
    bool ByUniversity = false
);
