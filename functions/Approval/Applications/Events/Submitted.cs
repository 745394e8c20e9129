namespace MicroCred.Approval;

/// <summary>The application was submitted, for the first time or again.</summary>
/// <param name="Submission">The submission's number, from 1.</param>
/// <param name="Edition">The edition of the rules.</param>
public sealed record Submitted(int Submission, string Edition) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Submission {Submission}, under the rules of {Edition}.";
}
