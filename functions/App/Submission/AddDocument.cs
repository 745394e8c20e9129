using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider adds a document to a draft, a returned application or an answer. It is inspected before it is added.</summary>
internal sealed record AddDocument(ApplicationId ApplicationId, UploadedDocument Document) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    DailyUse ICommand.Takes => new(Bytes: Document.Size, Documents: 1);

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        Document.AddTo(application, context.By, context.Now).TellingNobody().Keeping(Document);
}
