namespace MicroCred.Approval;

/// <summary>The provider didn't answer a request in time.</summary>
public sealed record InformationRequestLapsed(int Number) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"No answer to request {Number} in time.";
}
