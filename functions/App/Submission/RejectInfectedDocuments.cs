using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>
/// What follows when malware is found in bytes that documents of an application have: each is rejected, and whom it concerns is told. The
/// system's own command, which no person may give.
/// </summary>
internal sealed record RejectInfectedDocuments(StoredDocument Stored, MalwareScan Scan) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [];

    public ApplicationId ApplicationId => Stored.Application;

    public Outcome<Transition> Apply(Application application, CommandContext context) => IsDone(application)
        ? new Refusal(RefusalKind.WrongState, "Every document of these bytes is rejected already.", [])
        : application
            .RejectInfected(Stored.Sha256, Scan, context.Rules.Evaluation, context.Now)
            .Telling(rejected => Notices(application, rejected, context.Directory));

    private bool IsDone(Application application) =>
        application.Documents.Where(document => document.Sha256 == Stored.Sha256).ToList() is { Count: > 0 } these
        && these.All(document => document.Status == DocumentStatus.Rejected);

    private IReadOnlyList<Notice> Notices(Application before, Application after, SectorDirectory directory)
    {
        string names = string.Join(", ", after.Documents.Where(document => document.Sha256 == Stored.Sha256).Select(document => document.FileName));
        Notice provider = Notice.Of(
            after,
            NoticeKind.DocumentInfected,
            after.Provider.Number.ToString(),
            ("documents", names),
            ("status", after.Status.ToString()),
            ("due", after.LapsesAt.AsDay()));
        IEnumerable<Notice> others = after.Status switch
        {
            ApplicationStatus.Draft => [],
            ApplicationStatus.Returned => Notice.ToAssignees(before, after, NoticeKind.EvaluationBrokenOff, ("documents", names)),
            _ => directory.FreeRegistrars(after).Select(registrar => Notice.Of(
                after, NoticeKind.InfectedAfterApproval, registrar.Id, ("documents", names), ("status", after.Status.InWords()))),
        };
        return [provider, .. others];
    }
}
