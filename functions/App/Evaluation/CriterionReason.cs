using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>What a decision says of one criterion.</summary>
/// <param name="Criterion">The criterion's number and name.</param>
/// <param name="Result">The judgement.</param>
/// <param name="Comment">Why; a very long comment ends with an ellipsis.</param>
internal sealed record CriterionReason(string Criterion, CriterionResult Result, string Comment)
{
    /// <summary>A letter is written with its change, in one transaction, which has no room for fourteen comments of the longest.</summary>
    private const int Longest = 2_000;

    /// <param name="finding">The finding.</param>
    /// <param name="edition">The edition of the rules, which names the criterion.</param>
    public static CriterionReason Of(CriterionFinding finding, string? edition) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{finding.Criterion}. {EvaluationCriteria.Of(edition).First(criterion => criterion.Number == finding.Criterion).Name}"
            ),
            finding.Result,
            finding.Comment.Length <= Longest ? finding.Comment : $"{finding.Comment[..Longest]}…"
        );
}
