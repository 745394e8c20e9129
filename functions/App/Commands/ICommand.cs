using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>
/// A request to change an application: its content, who may send it, what it changes and who is told. A command is a value that does no I/O
/// of its own; <see cref="CommandRunner"/> runs it, whoever sent it and by whatever route.
/// </summary>
internal interface ICommand
{
    /// <summary>The roles that may send it. The system itself may send any.</summary>
    static abstract IReadOnlyList<Role> Roles { get; }

    /// <summary>Whether the command may remove its subject from the caller's sight, so that a repeat is answered all the same.</summary>
    static virtual bool MayEndSight => false;

    /// <summary>What the command uses of its provider's daily quota.</summary>
    DailyUse Takes => DailyUse.Nothing;
}

/// <summary>A command that begins an application.</summary>
internal interface INewApplicationCommand : ICommand
{
    /// <summary>The new application, or why it can't begin.</summary>
    Outcome<Transition> Begin(ApplicationId id, CommandContext context);
}

/// <summary>A command on an existing application.</summary>
internal interface IExistingApplicationCommand : ICommand
{
    ApplicationId ApplicationId { get; }

    /// <summary>Whether the caller can see the command's subject. To everyone else it doesn't exist.</summary>
    bool IsVisibleTo(Caller caller, Application application) => caller.MayRead(application);
}

/// <summary>A command that changes an application.</summary>
internal interface IApplicationCommand : IExistingApplicationCommand
{
    /// <summary>
    /// Whether the command gives somebody a task, which takes the evaluators as they are now and everybody's open tasks: two storage
    /// requests.
    /// </summary>
    bool GivesTask(Application application, RuleSettings rules) => false;

    /// <summary>Whether the answer kept under the command's key is still valid, given what has happened to the application since.</summary>
    bool StandsFor(Application application) => true;

    /// <summary>The changed application and who is told, or why nothing changes.</summary>
    Outcome<Transition> Apply(Application application, CommandContext context);
}

/// <summary>A command on a task of an application, by its assignee or a registrar.</summary>
internal interface ITaskCommand : IApplicationCommand
{
    TaskId TaskId { get; }

    ApplicationId IExistingApplicationCommand.ApplicationId => TaskId.Application;

    bool IExistingApplicationCommand.IsVisibleTo(Caller caller, Application application) => caller.MayActOn(application, TaskId);
}

/// <summary>A command that removes an application.</summary>
internal interface IDeletionCommand : IExistingApplicationCommand
{
    /// <summary>Why the application can't be removed; null where it can.</summary>
    Refusal? Refuse(Application application);
}
