using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>The edition of the rules and the figures that the pipeline works with.</summary>
internal sealed class RuleSettings(IOptions<RuleOptions> options)
{
    /// <summary>The edition that an application submitted now is judged by.</summary>
    public RuleEdition Edition { get; } = RuleEditions.Find(options.Value.Edition)!;

    public EvaluationSettings Evaluation => options.Value.Evaluation;

    public FundingSettings Funding => options.Value.Funding;

    /// <summary>The edition that judges an application: the one that it was first submitted under, or the one in force.</summary>
    public RuleEdition EditionOf(Application application) => RuleEditions.Find(application.Edition) ?? Edition;
}
