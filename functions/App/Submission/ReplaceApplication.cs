using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider replaces the content of a draft or a returned application.</summary>
internal sealed record ReplaceApplication(ApplicationId ApplicationId, ApplicationContent Content) : IApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.Replace(Content, context.By, context.Now).TellingNobody();
}
