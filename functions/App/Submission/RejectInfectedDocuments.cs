using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>
/// Rejects the documents of an application whose bytes were found infected, and tells those concerned. A command of the system's own, which
/// no person may send.
/// </summary>
internal sealed record RejectInfectedDocuments(StoredDocument Stored, MalwareScan Scan) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [];

    public ApplicationId ApplicationId => Stored.Application;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        IsDone(application)
            ? new Refusal(RefusalKind.WrongState, "Every document of these bytes is rejected already.", [])
            : application
                .RejectInfected(Stored.Sha256, Scan, context.Rules.Evaluation, context.Now)
                .Telling(rejected => Notices(application, rejected, context.Directory));

    private bool IsDone(Application application) =>
        application.Documents.Where(document => document.Sha256 == Stored.Sha256).ToList() is { Count: > 0 } these
        && these.All(document => document.Status == DocumentStatus.Rejected);

    private IReadOnlyList<Notice> Notices(Application before, Application after, SectorDirectory directory)
    {
        IReadOnlyList<string> names =
        [
            .. after.Documents.Where(document => document.Sha256 == Stored.Sha256).Select(document => document.FileName),
        ];
        IEnumerable<Notice> others = after.Stage switch
        {
            Stage.Drafting => [],
            Stage.Correction => Envelope.ToAssignees(before, after).Select(to => new EvaluationBrokenOffNotice(to, names)),
            _ => directory
                .FreeRegistrars(after)
                .Select(registrar => new InfectedAfterApprovalNotice(Envelope.To(registrar.Id, after), names, after.Status)),
        };
        return [new DocumentInfectedNotice(Envelope.ToProvider(after), names, after.Status, after.LapsesAt), .. others];
    }
}
