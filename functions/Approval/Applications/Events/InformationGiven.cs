namespace MicroCred.Approval;

/// <summary>The provider answered a request.</summary>
public sealed record InformationGiven(int Number) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Answer to request {Number}.";
}
