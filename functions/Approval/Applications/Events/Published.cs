namespace MicroCred.Approval;

/// <summary>The application was published on the register.</summary>
public sealed record Published(Registration Registration) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Number {Registration.Number}, reporting code {Registration.Code?.ToString() ?? "none"}.";
}
