using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>What a decision says of one criterion.</summary>
/// <param name="Criterion">The criterion's number and name.</param>
/// <param name="Result">The judgement.</param>
/// <param name="Comment">Why.</param>
internal sealed record CriterionReason(string Criterion, CriterionResult Result, string Comment)
{
    /// <param name="finding">The finding.</param>
    /// <param name="edition">The edition of the rules, which names the criterion.</param>
    public static CriterionReason Of(CriterionFinding finding, string? edition) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{finding.Criterion}. {EvaluationCriteria.Of(edition).First(criterion => criterion.Number == finding.Criterion).Name}"
            ),
            finding.Result,
            finding.Comment
        );
}
