using System.ComponentModel.DataAnnotations;
using MicroCred.Approval;

namespace MicroCred.App.Settings;

/// <summary>The figures that the pipeline works with; what isn't set has the domain's default.</summary>
[Section("Rules")]
internal sealed class RuleOptions : IValidatableObject
{
    /// <summary>The id of the edition that an application submitted now is judged by.</summary>
    public string Edition { get; init; } = RuleEditions.Default.Id;

    public EvaluationSettings Evaluation { get; init; } = new();

    public FundingSettings Funding { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RuleEditions.Find(Edition) is null)
        {
            yield return new ValidationResult(
                $"Rules__Edition is {Edition}. Give one of {string.Join(", ", RuleEditions.All.Select(known => known.Id))}."
            );
        }
    }
}
