using MicroCred.App.Commands;
using MicroCred.App.Identity;

namespace MicroCred.App.Tests.Commands;

/// <summary>A command on an application, with what it needs to be accepted and to be refused.</summary>
/// <param name="Fits">An application that accepts the command.</param>
/// <param name="IsPast">An application that no longer accepts it.</param>
/// <param name="By">A caller who may run it.</param>
/// <param name="Stranger">A caller who may not.</param>
internal abstract record CommandCase(Application Fits, Application IsPast, Caller By, Caller Stranger)
{
    public abstract Type Command { get; }

    /// <param name="app">The app.</param>
    /// <param name="id">The application.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="options">The command's options; null for none.</param>
    /// <param name="meanwhile">Somebody else's action at each attempt, numbered from 1; null for none.</param>
    public abstract Task<CommandResult> RunAsync(
        AppInProcess app,
        ApplicationId id,
        Caller caller,
        CommandOptions? options = null,
        Func<int, Task>? meanwhile = null
    );
}

/// <inheritdoc cref="CommandCase"/>
internal sealed record CommandCase<TCommand>(
    Application Fits,
    Application IsPast,
    Caller By,
    Caller Stranger,
    Func<AppInProcess, ApplicationId, Task<TCommand>> Make
) : CommandCase(Fits, IsPast, By, Stranger)
    where TCommand : IApplicationCommand
{
    public override Type Command => typeof(TCommand);

    public override async Task<CommandResult> RunAsync(
        AppInProcess app,
        ApplicationId id,
        Caller caller,
        CommandOptions? options,
        Func<int, Task>? meanwhile
    )
    {
        var command = await Make(app, id);
        return meanwhile is null
            ? await app.ChangeAsync(command, options, caller)
            : await app.ChangeAsync(new Interrupted<TCommand>(command, meanwhile), options, caller);
    }
}
