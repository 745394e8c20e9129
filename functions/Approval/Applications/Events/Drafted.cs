namespace MicroCred.Approval;

/// <summary>A provider began an application.</summary>
public sealed record Drafted(string Provider) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Provider} began an application.";
}
