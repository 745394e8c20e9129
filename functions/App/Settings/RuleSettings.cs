using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>The rule editions and the pipeline's figures.</summary>
internal sealed class RuleSettings(IOptions<RuleOptions> options)
{
    /// <summary>The rule edition for applications submitted now.</summary>
    public RuleEdition Edition { get; } = RuleEditions.Find(options.Value.Edition)!;

    public EvaluationSettings Evaluation => options.Value.Evaluation;

    public FundingSettings Funding => options.Value.Funding;

    /// <summary>The edition that applies to an application: the one that it was first submitted under, or the current one.</summary>
    public RuleEdition EditionOf(Application application) => RuleEditions.Find(application.Edition) ?? Edition;
}
