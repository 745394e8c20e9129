using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider removes a document from a draft or a returned application.</summary>
internal sealed record DeleteDocument(ApplicationId ApplicationId, string DocumentId) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.RemoveDocument(DocumentId, context.By, context.Now).TellingNobody();
}
