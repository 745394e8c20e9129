using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee gives up a task; it goes to the best fitting of the others who may have it.</summary>
internal abstract record GiveUpTask(TaskId TaskId, GiveUpTask.Why Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar, Role.FundingAdviser];

    public static bool MayEndSight => true;

    public bool GivesTask(Application application, RuleSettings rules) => true;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        GiveUp(application, Reassignment.Next(application, TaskId, context), context)
            .Telling(after => Reassignment.NoticesOfMoved(application, after, context.Directory));

    protected abstract Outcome<Change> GiveUp(Application application, string? next, CommandContext context);

    /// <summary>The reason.</summary>
    internal sealed record Why([property: TextLimit(TextLimit.LongText)] string Reason);
}
