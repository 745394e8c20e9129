using System.Text.Json;
using MicroCred.App.Commands;

namespace MicroCred.App.Tests.Commands;

/// <summary>Properties of every command on an application.</summary>
public sealed class EveryCommandOnStorageTests
{
    private static readonly Lazy<Task<AppInProcess>> App = new(AppInProcess.StartAsync);

    public static TheoryData<string> Names { get; } = [.. CommandCases.All.Select(known => known.Command.Name)];

    [Fact]
    public void Is_among_the_cases() =>
        Assert.Equal(
            typeof(ICommand)
                .Assembly.GetTypes()
                .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IApplicationCommand)))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            CommandCases.All.Select(known => known.Command.Name).Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Names))]
    public async Task Is_done_with_its_audit_and_leaves_nothing_in_the_outbox(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.Fits);

        var done = Assert.IsType<CommandResult.Done>(await command.RunAsync(app, id, command.By)).Application;

        Assert.Equivalent(done, await app.ReadAsync(id), strict: true);
        Assert.Equal(command.Fits.Revision + 1, done.Revision);
        Assert.All(await app.Applications.EventsAsync(id, default), written => Assert.Equal(command.By.Actor, written.Actor));
        Assert.Equal(done.EventCount - command.Fits.EventCount, (await app.Applications.EventsAsync(id, default)).Count);
        Assert.Empty(await app.OutboxOfAsync(id));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Is_not_done_for_somebody_who_may_not(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.Fits);

        var result = await command.RunAsync(app, id, command.Stranger);

        Assert.True(result is CommandResult.NotFound or CommandResult.NotAllowed, $"{result}");
        await IsUnchangedAsync(app, id, command.Fits);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Is_refused_where_the_application_is_past_it(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.IsPast);

        Assert.Equal(
            RefusalKind.WrongState,
            Assert.IsType<CommandResult.Refused>(await command.RunAsync(app, id, command.By)).Refusal.Kind
        );
        await IsUnchangedAsync(app, id, command.IsPast);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Is_applied_again_to_what_somebody_quicker_left(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.Fits);

        var done = Assert
            .IsType<CommandResult.Done>(
                await command.RunAsync(app, id, command.By, meanwhile: attempt => attempt == 1 ? app.TouchAsync(id) : Task.CompletedTask)
            )
            .Application;

        Assert.Equal(command.Fits.Revision + 2, done.Revision);
        Assert.Empty(await app.OutboxOfAsync(id));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Is_not_done_from_a_revision_that_somebody_quicker_has_replaced(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.Fits);
        CommandOptions fromThis = new() { Expected = application => application.Revision == command.Fits.Revision };

        Assert.IsType<CommandResult.Moved>(await command.RunAsync(app, id, command.By, fromThis, _ => app.TouchAsync(id)));

        Assert.Empty(await app.Applications.EventsAsync(id, default));
        Assert.Empty(await app.OutboxOfAsync(id));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Is_done_once_under_one_key(string name)
    {
        (var command, var app, var id) = await PrepareAsync(name, known => known.Fits);
        CommandOptions once = new() { Idempotency = new("once", application => JsonSerializer.SerializeToElement(application.Revision)) };
        Assert.IsType<CommandResult.Done>(await command.RunAsync(app, id, command.By, once));
        var done = await app.ReadAsync(id);

        var again = await command.RunAsync(app, id, command.By, once);

        Assert.Equal(done.Revision, Assert.IsType<CommandResult.Repeated>(again).Answer.GetInt32());
        Assert.Equal(done.Revision, (await app.ReadAsync(id)).Revision);
    }

    private static async Task<(CommandCase Command, AppInProcess App, ApplicationId Id)> PrepareAsync(
        string name,
        Func<CommandCase, Application> state
    )
    {
        var command = CommandCases.All.Single(known => known.Command.Name == name);
        var app = await App.Value;
        return (command, app, await app.KeepAsync(state(command)));
    }

    private static async Task IsUnchangedAsync(AppInProcess app, ApplicationId id, Application before)
    {
        Assert.Equal(before.Revision, (await app.ReadAsync(id)).Revision);
        Assert.Empty(await app.Applications.EventsAsync(id, default));
        Assert.Empty(await app.OutboxOfAsync(id));
    }
}
