using MicroCred.Approval;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>The figures that the pipeline works with, from the settings <c>Rules__*</c>; what isn't set has the domain's default.</summary>
internal sealed class RuleSettings
{
    public RuleSettings(IConfiguration configuration)
    {
        string edition = configuration["Rules:Edition"] ?? RuleEditions.Default.Id;
        Edition = RuleEditions.Find(edition)
            ?? throw new InvalidOperationException(
                $"Rules__Edition is {edition}; give one of {string.Join(", ", RuleEditions.All.Select(known => known.Id))}.");
        Evaluation = configuration.GetSection("Rules:Evaluation").Get<EvaluationSettings>() ?? new EvaluationSettings();
        Funding = configuration.GetSection("Rules:Funding").Get<FundingSettings>() ?? new FundingSettings();
    }

    /// <summary>The edition that an application submitted now is judged by.</summary>
    public RuleEdition Edition { get; }

    public EvaluationSettings Evaluation { get; }

    public FundingSettings Funding { get; }

    /// <summary>The edition that judges an application: the one that it was first submitted under, or the one in force.</summary>
    public RuleEdition EditionOf(Application application) => RuleEditions.Find(application.Edition) ?? Edition;
}
