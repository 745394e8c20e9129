namespace MicroCred.Approval;

/// <summary>A registrar closed a request that the provider didn't answer in time.</summary>
public sealed record InformationRequestLapsed(int Number, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"No answer to request {Number} in time: {Reason}";
}
