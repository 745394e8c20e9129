using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Tests.Durable.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>What only happens when certain messages come together, made to come together.</summary>
public sealed class TurnDraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly TestFunctions _functions = new();
    private readonly MemoryInstanceStore _store = new();

    [Fact]
    public async Task Woken_twice_at_once_it_begins_once()
    {
        _functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        var pending = await WriteAsync(null, Now, new StartRequest("Wait", null, Now.AddDays(1), IdReuse.Parse(null)));

        var started = await WriteAsync(pending, Now.AddDays(1), new TakeUpAgain(), new WakeUp());

        Assert.Single(started.History.SelectMany(turn => turn.Arrived), arrival => arrival is ExecutionStarted);
    }

    [Fact]
    public async Task Woken_twice_at_once_a_timer_fires_once()
    {
        _functions.Orchestrator("Sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("Never");
        });
        var sleeping = await WriteAsync(null, Now, new StartRequest("Sleep", null, null, IdReuse.Parse(null)));

        var awake = await WriteAsync(sleeping, Now.AddDays(1), new WakeUp(), new WakeUp());

        Assert.Single(awake.History.SelectMany(turn => turn.Arrived), arrival => arrival is TimerFired);
    }

    [Fact]
    public async Task What_comes_with_a_termination_waits_for_the_next_turn()
    {
        _functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        var waiting = await WriteAsync(null, Now, new StartRequest("Wait", null, null, IdReuse.Parse(null)));
        var draft = Draft(waiting, Now);

        new TerminateRequest(null).Apply(draft);

        Assert.True(draft.IsClosed);
    }

    [Fact]
    public async Task What_is_raised_together_with_a_suspension_is_taken_in_the_order_in_which_it_came()
    {
        _functions.Activity("Work", (string _) => "done");
        _functions.Orchestrator("Work", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            return await context.CallActivityAsync<string>("Work");
        });
        var waiting = await WriteAsync(null, Now, new StartRequest("Work", null, null, IdReuse.Parse(null)));

        var suspended = await WriteAsync(waiting, Now, new RaiseRequest("Go", null), new SuspendRequest(null));
        var resumed = await WriteAsync(suspended, Now, new ResumeRequest(null));

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended.State.Status);
        Assert.Empty(suspended.History[^1].Scheduled);
        Assert.IsType<ActivityScheduled>(Assert.Single(resumed.History[^1].Scheduled));
    }

    [Fact]
    public async Task The_time_of_a_turn_is_never_before_that_of_the_turn_before()
    {
        _functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        var waiting = await WriteAsync(null, Now, new StartRequest("Wait", null, null, IdReuse.Parse(null)));

        var told = await WriteAsync(waiting, Now.AddHours(-1), new RaiseRequest("Other", null));

        Assert.Equal(Now.UtcDateTime, told.History[^1].At);
    }

    private async Task<Snapshot> WriteAsync(Snapshot? basis, DateTimeOffset now, params Message[] messages)
    {
        var draft = Draft(basis, now);
        foreach (var message in messages)
            message.Apply(draft);

        return (await _store.WriteAsync(draft.Finish().Write!, CancellationToken.None))!;
    }

    private TurnDraft Draft(Snapshot? basis, DateTimeOffset now) => new(
        "the-one", basis, now, new RunEnvironment(_functions, new Payloads(_functions.Serializer), NullLoggerFactory.Instance, Versions.Of(new EngineOptions()), (_, _) => { }));
}
