namespace MicroCred.Approval;

/// <summary>The application was returned and not submitted again in time.</summary>
public sealed record Lapsed : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => "Not submitted again in time.";
}
