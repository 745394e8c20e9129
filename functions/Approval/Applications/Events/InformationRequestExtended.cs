namespace MicroCred.Approval;

/// <summary>A registrar gave the provider another day to answer by.</summary>
public sealed record InformationRequestExtended(int Number, DateOnly Due, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Request {Number} is to be answered by {InWords(Due)}: {Reason}";
}
