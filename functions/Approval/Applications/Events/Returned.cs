namespace MicroCred.Approval;

/// <summary>The application was returned to its provider because of errors.</summary>
/// <param name="Rules">The ids of the rules that found errors.</param>
public sealed record Returned(IReadOnlyList<string> Rules) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Errors by rule {string.Join(", ", Rules)}.";
}
