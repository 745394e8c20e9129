using MicroCred.App.Evaluation;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>
/// Runs every validation rule. An application with errors is returned, a university's own without errors is approved by that alone, and any
/// other is given to an evaluator at once.
/// </summary>
[Feature(Features.Validation)]
internal sealed class Validate(ActivityRunner runner, SubmissionReader submissions, Assignment assignment, RuleSettings rules)
{
    [Function(nameof(Validate))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
                application.Stage is Stage.Validation
                    ? await TakeAsync(
                        await submissions.ReadAsync(application, readsDocuments: true, cancellationToken),
                        now,
                        cancellationToken
                    )
                    : null,
            cancellationToken
        );

    private async Task<Transition> TakeAsync(
        MicroCred.Approval.SubmittedApplication submission,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var findings = Validator.Run(submission);
        var outcome = submission.Application.RecordValidation(
            findings,
            rules.Evaluation,
            now,
            EvaluationScope.Of(submission.Application, submission.Register.Present),
            submission.Register.Entry
        );
        var validated = outcome.OrThrow();
        return validated.Application switch
        {
            { Status: ApplicationStatus.Returned } returned => new Transition(
                validated,
                new ReturnedNotice(Envelope.ToProvider(returned), findings, returned.LapsesAt)
            ),
            { IsUniversitysOwn: true } => new Transition(outcome.Then(university => university.ApproveByUniversity(now)).OrThrow()),
            _ => await assignment.GiveAsync(validated, now, cancellationToken),
        };
    }
}
