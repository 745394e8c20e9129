using System.ComponentModel.DataAnnotations;
using MicroCred.Approval;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>The rules' figures; those that aren't set have the domain's defaults.</summary>
[Section("")]
internal sealed class RuleOptions : IValidatableObject
{
    /// <summary>The id of the rule edition for applications submitted now.</summary>
    [ConfigurationKeyName("Rules:Edition")]
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
