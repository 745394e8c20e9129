namespace MicroCred.Approval;

/// <summary>
/// The seven criteria. [Training Scheme Rules 2012 r 4.1, with the need and stakeholder tests of 2018] The 2026 edition's own text
/// wasn't found, so it uses the same seven; each edition holds its own as data.
/// </summary>
public static class EvaluationCriteria
{
    /// <summary>The default edition's, in order.</summary>
    public static IReadOnlyList<EvaluationCriterion> All => RuleEditions.Default.Criteria;

    /// <summary>The edition's, or the default's where an application has none yet.</summary>
    public static IReadOnlyList<EvaluationCriterion> Of(string? edition) => (RuleEditions.Find(edition) ?? RuleEditions.Default).Criteria;
}
