using MicroCred.App.Funding;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <summary>Runs validation and the funding tests on an application as it is now, and changes nothing.</summary>
internal sealed class ApplicationChecker(SubmissionReader submissions, FundingCases cases, TimeProvider time)
{
    /// <summary>What the rules find.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(Application application, CancellationToken cancellationToken) =>
        Validator.Run(await submissions.ReadAsync(application, readsDocuments: false, cancellationToken));

    /// <summary>How the funding tests stand; null where funding isn't asked for, or level or credits are missing.</summary>
    public FundingAssessment? Funding(Application application) =>
        application is { AsksForFunding: true, Content.MicroCredential: { Level: not null, Credits: not null } }
            ? FundingRules.Check(cases.Of(application, time.GetUtcNow()))
            : null;
}
