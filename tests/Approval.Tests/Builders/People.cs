namespace MicroCred.Approval.Tests;

internal static class People
{
    public static Actor Provider { get; } = new("mito", "MITO", ActorKind.Provider);

    public static Actor Evaluator { get; } = new("evaluator-1", "Evaluator One", ActorKind.Evaluator);

    public static Actor OtherEvaluator { get; } = new("evaluator-2", "Evaluator Two", ActorKind.Evaluator);

    public static Actor Registrar { get; } = new("registrar", "Registrar", ActorKind.Registrar);

    public static Actor Adviser { get; } = new("funding-adviser", "Funding Adviser", ActorKind.FundingAdviser);
}
