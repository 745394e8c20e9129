namespace MicroCred.Approval;

/// <summary>Validation found no error.</summary>
public sealed record Validated(int Warnings) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"No errors, {Warnings} warnings.";
}
