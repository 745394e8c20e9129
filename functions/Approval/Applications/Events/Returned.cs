namespace MicroCred.Approval;

/// <summary>It went back to its provider for errors.</summary>
/// <param name="Rules">The ids of the rules that found errors.</param>
public sealed record Returned(IReadOnlyList<string> Rules) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Errors by rule {string.Join(", ", Rules)}.";
}
