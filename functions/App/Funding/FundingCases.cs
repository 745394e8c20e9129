using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Funding;

/// <summary>What the funding tests judge: an application with TEC's figures and the provider's funds of the day.</summary>
internal sealed class FundingCases(SectorDirectory directory, RuleSettings rules)
{
    public FundingCase Of(Application application, DateTimeOffset now) =>
        new(application, application.Decision, directory.FundsOf(application.Provider.Number), rules.Funding, WorkingDays.DayOf(now));
}
