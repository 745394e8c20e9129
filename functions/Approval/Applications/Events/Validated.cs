namespace MicroCred.Approval;

/// <summary>Validation found no errors.</summary>
public sealed record Validated(int Warnings) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"No errors, {Warnings} warnings.";
}
