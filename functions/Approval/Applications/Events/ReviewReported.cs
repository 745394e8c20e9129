namespace MicroCred.Approval;

/// <summary>The developer reported on its entry.</summary>
public sealed record ReviewReported(bool StillNeeded, string Evidence) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{(StillNeeded ? "Still needed" : "No longer needed")}: {Evidence}";
}
