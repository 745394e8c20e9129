using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Access;

/// <summary>The stages of an application in which every call is tried.</summary>
internal static class AccessStage
{
    private static readonly AnApplication Funded = AnApplication.WithoutFault.By(Providers.Stratcom).AskingForFunding();

    public static IReadOnlyDictionary<string, Func<Application>> All { get; } =
        new Dictionary<string, Func<Application>>
        {
            [nameof(ApplicationStatus.Draft)] = () => Funded.Draft(),
            [nameof(ApplicationStatus.Submitted)] = () => Funded.Submitted(),
            [nameof(ApplicationStatus.Returned)] = () => Funded.Returned(),
            [nameof(ApplicationStatus.InReview)] = () => Funded.InReview(),
            [nameof(ApplicationStatus.InformationRequested)] = () => Funded.WaitingForInformation(),
            [nameof(ApplicationStatus.Approved)] = Referred,
            [nameof(ApplicationStatus.Declined)] = () => Funded.Declined(),
            [nameof(ApplicationStatus.Reconsidering)] = () => Funded.Reconsidering(),
            [nameof(ApplicationStatus.Withdrawn)] = () =>
                Funded.InReview().Withdraw("Not now.", People.Provider, Moments.Monday).Application(),
            [nameof(ApplicationStatus.Lapsed)] = () => Funded.Returned().Lapse(Moments.Monday).Application(),
            [nameof(ApplicationStatus.Published)] = Published,
            ["Lapsed, with corrections that were never handed in"] = () =>
                Funded
                    .Returned()
                    .Replace(Funded.Content, People.Provider, Moments.Monday)
                    .Application()
                    .Lapse(Moments.Monday)
                    .Application(),
            ["InReview, without funding"] = () => AnApplication.WithoutFault.By(Providers.Stratcom).InReview(),
        };

    private static Application Referred() =>
        Funded
            .Approved()
            .AssessFunding(new(FundingOutcome.Referred, Fund.Dq3To7, 0.1667m, [], null, null), People.Adviser.Id, new(), Moments.Monday)
            .Application();

    private static Application Published()
    {
        var referred = Referred();
        return referred
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application()
            .DecideReferral(referred.Task(), eligible: true, "It is.", [], People.Adviser, Moments.Monday)
            .Application();
    }
}
