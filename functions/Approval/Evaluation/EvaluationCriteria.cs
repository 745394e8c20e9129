namespace MicroCred.Approval;

/// <summary>
/// The seven criteria. [Training Scheme Rules 2012 r 4.1, with the need and stakeholder tests of 2018] The 2026 edition's own text wasn't
/// found, so it uses the same seven; each edition holds its criteria as data.
/// </summary>
public static class EvaluationCriteria
{
    /// <summary>The default edition's criteria, in order.</summary>
    public static IReadOnlyList<EvaluationCriterion> All => RuleEditions.Default.Criteria;

    /// <summary>The criteria of an edition; the default edition's for an application that has no edition yet.</summary>
    public static IReadOnlyList<EvaluationCriterion> Of(string? edition) => (RuleEditions.Find(edition) ?? RuleEditions.Default).Criteria;
}
