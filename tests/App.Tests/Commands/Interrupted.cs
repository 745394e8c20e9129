using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;

namespace MicroCred.App.Tests.Commands;

/// <summary>A command with a concurrent change: each time it is applied, somebody else acts first.</summary>
/// <param name="Command">The command.</param>
/// <param name="Meanwhile">Their action at each attempt, numbered from 1.</param>
internal sealed record Interrupted<TCommand>(TCommand Command, Func<int, Task> Meanwhile) : IApplicationCommand
    where TCommand : IApplicationCommand
{
    private int _attempt;

    public static IReadOnlyList<Role> Roles => TCommand.Roles;

    public ApplicationId ApplicationId => Command.ApplicationId;

    DailyUse ICommand.Takes => Command.Takes;

    public Outcome<Transition> Apply(Application application, CommandContext context)
    {
        Meanwhile(++_attempt).GetAwaiter().GetResult();
        return Command.Apply(application, context);
    }
}
