namespace MicroCred.Approval;

/// <summary>A second evaluator judged a criterion.</summary>
public sealed record ReviewFindingRecorded(int Criterion, CriterionResult Result, string Comment) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Second review, criterion {Criterion}: {Result}. {Comment}";
}
