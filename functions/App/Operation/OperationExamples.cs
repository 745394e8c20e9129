using MicroCred.App.Evaluation;
using MicroCred.App.Notices;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Reconciliation;
using MicroCred.Approval;

namespace MicroCred.App.Operation;

/// <inheritdoc/>
internal sealed class OperationExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        AssignedNotice letter = new(
            Envelope.To(example.Assigned.Tasks[0].Assignee!, example.Assigned),
            example.Assigned.Tasks[0].Due,
            Urgent: false,
            Alike: null
        );
        var state = StateOf(example.Assigned, letter);
        PoisonMessage setAside = new(
            "0197c5e2-7a3c-7b10-8f21-6d5e4c3b2a19",
            example.Now,
            example.Assigned.Id,
            $"{letter.Kind()} to {letter.Envelope.Recipient}",
            letter.Envelope.Id
        );
        return
        [
            new(
                nameof(GetHealth),
                Health.Of(new("Up", "Up", "Up"), signIn: null) with
                {
                    Services = new("Up", "Up", "Up"),
                    Notifications = new(Waiting: 2, SetAside: 0),
                }
            ),
            new(
                nameof(ListPoison),
                new[] { new ListPoison.Aside("notifications", Count: 1, [setAside]), new ListPoison.Aside("scan-results", Count: 0, []) }
            ),
            new(nameof(RedrivePoison), new RedrivePoison.Redriven(1), new RedrivePoison.Order("The mail server is back.", Most: 1)),
            new(
                nameof(ListStuck),
                new[]
                {
                    new StuckApplication(
                        example.Submitted.Id,
                        ApplicationStatus.Submitted,
                        StuckReason.Failed,
                        LastingFailureKind.Fault,
                        example.Submitted.SubmittedAt!.Value
                    ),
                }
            ),
            new(nameof(GetState), state),
            new(nameof(RestartApplication), state, new RestartApplication.Order("Its orchestration failed while storage was away.")),
            new(nameof(SendLetterAgain), LetterLine.Of(letter), new SendLetterAgain.Order(letter.Envelope.Id, "The address was wrong.")),
            new(
                nameof(RunRepair),
                new Mended(Applications: 212, WrongLines: 0, Failed: 0, Relisted: 0, Files: [], Collected: 3, Unfounded: []),
                new RunRepair.Order("After a restore.")
            ),
            new(
                nameof(ExportRecord),
                ApplicationRecord.Of(
                    example.Whole,
                    [letter],
                    [new(example.Published.Documents[0].Sha256, "52d00da0-8f1a-4c3c-aa2c-24831967356b", "0x8DB4C9327B08CBF")],
                    "registrar",
                    example.Now
                )
            ),
        ];
    }

    private static ApplicationState StateOf(Application application, Notice letter) =>
        new(
            application.Id,
            application.Status,
            application.Revision,
            application.SubmittedAt,
            application.WaitingFor,
            new InstanceState("Running", application.SubmittedAt!.Value, application.ValidatedAt!.Value, Failure: null),
            BrokenOffActs: [],
            [LetterLine.Of(letter)],
            new ChainVerdict(Whole: true, application.EventCount, BrokenAt: null, Fault: null)
        );
}
