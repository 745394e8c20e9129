using MicroCred.App.Commands;
using MicroCred.App.Identity;

namespace MicroCred.App.Tests.Commands;

/// <summary>A command on an application, with what it takes for it to be done, and not to be.</summary>
/// <param name="Fits">An application that takes the command.</param>
/// <param name="IsPast">An application that doesn't any more.</param>
/// <param name="By">Somebody who may.</param>
/// <param name="Stranger">Somebody who may not.</param>
internal abstract record CommandCase(Application Fits, Application IsPast, Caller By, Caller Stranger)
{
    public abstract Type Command { get; }

    /// <summary>Runs the command.</summary>
    /// <param name="app">Where.</param>
    /// <param name="id">The application.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">What goes with it; null for nothing.</param>
    /// <param name="meanwhile">What somebody else does at the attempt of this number, from 1; null for nothing.</param>
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
