using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>
/// What a person asks for: its content, who may ask for it, what it changes and whom it tells. A command is a value that reads and writes
/// nothing by itself; <see cref="CommandRunner"/> runs it, whoever sent it and however it came.
/// </summary>
internal interface ICommand
{
    /// <summary>Who may: a person with any of these roles. The system itself may everything.</summary>
    static abstract IReadOnlyList<Role> Roles { get; }

    /// <summary>
    /// Whether the command may take what it is about out of the caller's sight, so that its repeat is answered all the same.
    /// </summary>
    static virtual bool MayEndSight => false;

    /// <summary>Whether the command needs to know how many open tasks everybody has.</summary>
    static virtual bool NeedsOpenTasks => false;

    /// <summary>What the command takes of its provider's day.</summary>
    DailyUse Takes => DailyUse.Nothing;
}

/// <summary>A command that begins an application.</summary>
internal interface INewApplicationCommand : ICommand
{
    /// <summary>The application as it begins, or why it doesn't.</summary>
    Outcome<Transition> Begin(ApplicationId id, CommandContext context);
}

/// <summary>A command on an application that is there.</summary>
internal interface IExistingApplicationCommand : ICommand
{
    ApplicationId ApplicationId { get; }

    /// <summary>Whether what the command is about is there for the caller. To everyone else it is as if it weren't.</summary>
    bool IsVisibleTo(Caller caller, Application application) => caller.MayRead(application);
}

/// <summary>A command that changes an application.</summary>
internal interface IApplicationCommand : IExistingApplicationCommand
{
    /// <summary>
    /// Whether the answer to this command that was kept under its key is still one to give, by what became of the application since.
    /// </summary>
    bool StandsFor(Application application) => true;

    /// <summary>What becomes of the application and who is told, or why nothing does.</summary>
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
