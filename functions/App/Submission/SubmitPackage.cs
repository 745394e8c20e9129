using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>
/// A provider submits a whole application at once: draft, documents and submission in one zip. Either all of it is accepted, or nothing.
/// </summary>
internal sealed record SubmitPackage(ApplicationContent Content, IReadOnlyList<UploadedDocument> Documents) : INewApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    DailyUse ICommand.Takes => new(Documents.Sum(document => document.Size), Drafts: 1, Documents.Count);

    public Outcome<Transition> Begin(ApplicationId id, CommandContext context)
    {
        Outcome<Change> draft = Application.Draft(id, context.Provider, Content, context.By, context.Now);
        return Documents
            .Aggregate(draft, (change, document) => change.Then(application => document.AddTo(application, context.By, context.Now)))
            .Then(application => application.Submit(context.Rules.Edition, context.By, context.Now))
            .TellingNobody()
            .Keeping(Documents);
    }
}
