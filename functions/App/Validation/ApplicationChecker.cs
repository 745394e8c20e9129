using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <summary>Runs validation and the funding tests on an application as it is now, and changes nothing.</summary>
internal sealed class ApplicationChecker(SubmissionReader submissions, RuleSettings rules)
{
    public async Task<ApplicationCheck> CheckAsync(Application application, CancellationToken cancellationToken) =>
        new(
            Validator.Run(await submissions.ReadAsync(application, readsDocuments: false, cancellationToken)),
            application is { AsksForFunding: true, Content.MicroCredential: { Level: not null, Credits: not null } }
                ? FundingRules.Assess(application, application.Decision, rules.Funding)
                : null
        );
}
