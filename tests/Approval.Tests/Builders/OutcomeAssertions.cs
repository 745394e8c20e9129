namespace MicroCred.Approval.Tests;

internal static class OutcomeAssertions
{
    public static Change Change(this Outcome<Change> outcome) =>
        outcome.Match(change => change, refusal => throw new InvalidOperationException($"Refused: {refusal.Detail}"));

    public static Application Application(this Outcome<Change> outcome) => outcome.Change().Application;

    public static Refusal Refusal(this Outcome<Change> outcome) =>
        outcome.Match(_ => throw new InvalidOperationException("Accepted."), refusal => refusal);

    public static void AssertRefused(this Outcome<Change> outcome, RefusalKind kind)
    {
        Assert.Equal(kind, outcome.Refusal().Kind);
        Assert.NotEmpty(outcome.Refusal().Detail);
    }
}
