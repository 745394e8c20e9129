namespace MicroCred.Approval;

/// <summary>An evaluator asked the provider something.</summary>
public sealed record InformationRequested(int Number, string Question) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Request {Number}: {Question}";
}
