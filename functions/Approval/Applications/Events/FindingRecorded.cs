namespace MicroCred.Approval;

/// <summary>An evaluator judged a criterion.</summary>
public sealed record FindingRecorded(int Criterion, CriterionResult Result, string Comment) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Criterion {Criterion}: {Result}. {Comment}";
}
