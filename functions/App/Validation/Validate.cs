using MicroCred.App.Notices;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Runs every validation rule. What has errors goes back; a university's own that has none is approved by that alone.</summary>
[Feature(Features.Validation)]
internal sealed class Validate(ActivityRunner runner, SubmissionReader submissions, RuleSettings rules)
{
    [Function(nameof(Validate))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) => runner.Run(
        input,
        async (application, now) => application.Stage is Stage.Validation
            ? Take(application, Validator.Run(await submissions.Read(application, readsDocuments: true, cancel)), now)
            : null,
        cancel);

    private Transition Take(Application application, IReadOnlyList<Finding> findings, DateTimeOffset now)
    {
        Outcome<Change> outcome = application.RecordValidation(findings, rules.Evaluation, now);
        Change validated = outcome.OrThrow();
        return validated.Application switch
        {
            { Status: ApplicationStatus.Returned } returned => new Transition(
                validated,
                new ReturnedNotice(Envelope.ToProvider(returned), findings, returned.LapsesAt)),
            { Provider.Type: ProviderType.University } => new Transition(outcome.Then(university => university.ApproveByUniversity(now)).OrThrow()),
            _ => new Transition(validated),
        };
    }
}
