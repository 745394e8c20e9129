namespace MicroCred.App.Tests.Cost;

/// <summary>A request as it went out to storage.</summary>
/// <param name="Service"><c>blob</c>, <c>queue</c> or <c>table</c>.</param>
/// <param name="Stage">The stage of the pipeline that asked, or for what the host itself did.</param>
/// <param name="Function">The function that asked; empty where the host did.</param>
internal sealed record StorageRequest(string Service, string Stage, string Function)
{
    /// <summary>Whether it was made to answer an evaluator's own call over HTTP, and not by the pipeline.</summary>
    public bool IsEvaluatorsOwn => Function is "RecordFinding" or "Decide";
}
