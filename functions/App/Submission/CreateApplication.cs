using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>A provider begins an application.</summary>
internal sealed record CreateApplication(ApplicationContent Content) : INewApplicationCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Provider];

    DailyUse ICommand.Takes => new(Drafts: 1);

    public Outcome<Transition> Begin(ApplicationId id, CommandContext context) =>
        new Transition(Application.Draft(id, context.Provider, Content, context.By, context.Now));
}
