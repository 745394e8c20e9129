namespace MicroCred.Approval;

/// <summary>The automatic validation of an application.</summary>
public static class Validator
{
    /// <summary>The findings of every rule, errors first.</summary>
    public static IReadOnlyList<Finding> Run(SubmittedApplication submission) =>
        [.. ValidationRules.All.SelectMany(rule => rule.Run(submission)).OrderBy(finding => finding.Severity)];
}
