namespace MicroCred.App.Trial;

/// <summary>What an edition of the rules would do to applications of the past.</summary>
/// <param name="Applications">How many were tried.</param>
/// <param name="Failing">The rules that any would break, in the order of validation.</param>
internal sealed record TrialResult(int Applications, IReadOnlyList<FailingRule> Failing);

/// <summary>A rule that applications would break that they don't break under their own edition.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Count">How many would.</param>
/// <param name="Applications">Their ids.</param>
internal sealed record FailingRule(string Rule, int Count, IReadOnlyList<ApplicationId> Applications);
