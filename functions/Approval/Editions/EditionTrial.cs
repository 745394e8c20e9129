namespace MicroCred.Approval;

/// <summary>
/// Applications tried under another edition of the rules than their own: which rules they would break that they don't break now. A rule
/// that asks for something else than the application, such as the register, finds the same both times, so that it never counts.
/// </summary>
public static class EditionTrial
{
    /// <summary>The rules, all of them errors, that an application breaks under one edition and not under another.</summary>
    /// <param name="application">The application as it is.</param>
    /// <param name="tried">The edition that is tried.</param>
    /// <param name="own">The application's own.</param>
    public static IReadOnlyList<string> Breaks(Application application, RuleEdition tried, RuleEdition own)
    {
        var broken = Broken(application, own).ToHashSet();
        return [.. Broken(application, tried).Where(rule => !broken.Contains(rule))];
    }

    private static IEnumerable<string> Broken(Application application, RuleEdition edition)
    {
        SubmittedApplication submission = new(application, edition, RegisterContext.Nothing);
        return ValidationRules.All.Where(rule => rule.Severity == Severity.Error && rule.Check(submission).Any()).Select(rule => rule.Id);
    }
}
