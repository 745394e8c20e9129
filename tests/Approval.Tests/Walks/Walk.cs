using CsCheck;

namespace MicroCred.Approval.Tests;

/// <summary>An application and its history, from its draft through random steps.</summary>
internal sealed record Walk(IReadOnlyList<Change> Changes)
{
    private static readonly Gen<(Step Step, int Number)> Steps = Gen.Select(
        Gen.Frequency([.. Step.All.Select(step => (step.Weight, (IGen<Step>)Gen.Const(step)))]),
        Gen.Int[0, int.MaxValue]
    );

    private static readonly AnApplication[] Beginnings =
    [
        AnApplication.WithoutFault,
        AnApplication.WithoutFault.AskingForFunding(),
        AnApplication.WithoutFault.Urgent(),
        AnApplication.ByAUniversity,
    ];

    public static Gen<Walk> Random { get; } = Gen.Select(Gen.Int[0, Beginnings.Length - 1], Steps.Array[0, 200], Of);

    public Application End => Changes[^1].Application;

    /// <summary>The events as stored, change by change.</summary>
    public IReadOnlyList<AuditEvent> Events { get; } = Chains.Of(Changes);

    private static Walk Of(int beginning, (Step Step, int Number)[] steps)
    {
        var changes = new List<Change>
        {
            Application.Draft(
                AnApplication.Id,
                Beginnings[beginning].Provider,
                Beginnings[beginning].Content,
                People.Provider,
                Moments.Monday
            ),
        };
        foreach (var (step, number) in steps)
        {
            if (step.Try(changes[^1].Application, number) is Outcome<Change>.Accepted(var change))
            {
                changes.Add(change);
            }
        }
        return new(changes);
    }

    public override string ToString() => string.Join(" → ", Events.Select(e => e.Event));
}
