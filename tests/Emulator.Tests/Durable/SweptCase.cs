using System.Collections.Concurrent;
using Azure;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Tests.Durable.Faults;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>
/// A case with all that an orchestration can do: activities after one another and side by side, a retry, a timer, an event against a timer,
/// sub-orchestrations, a custom status, another run.
/// </summary>
internal sealed class SweptCase : DurableTest
{
    private const string Id = "the-case";
    private readonly ConcurrentDictionary<string, bool> _effects = new();
    private readonly DateTimeOffset _open;
    private DurableEngine? _replacement;

    public SweptCase(StoreKind kind)
        : base(kind)
    {
        _open = Clock.GetUtcNow().AddMinutes(90);
        Functions.Activity("Note", (string what) =>
        {
            _effects[what] = true;
            return $"{what} noted";
        });
        Functions.Activity("Open", (string _) => Clock.GetUtcNow() >= _open ? "open" : throw new InvalidOperationException("closed"));
        Functions.Orchestrator("Part", PartAsync);
        Functions.Orchestrator("Case", CaseAsync);
    }

    /// <summary>How the case ended.</summary>
    internal sealed record Ending(IReadOnlyList<string> Instances, IReadOnlyList<string> Effects, bool HasHappened);

    public async Task<Ending> PlayAsync(Fault fault)
    {
        await Engine.DisposeAsync();
        var hold = Clock.Hold();
        await StartFaultyEngineAsync(fault);
        await PersistAsync(fault, client => client.ScheduleNewOrchestrationInstanceAsync(
            "Case",
            1,
            new StartOrchestrationOptions(Id).WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>())));
        await PersistAsync(fault, client => client.RaiseEventAsync(Id, "Decision", "approve"));
        hold.Dispose();
        await PersistAsync(fault, client => client.WaitForInstanceCompletionAsync(Id));

        var instances = await Store.QueryAsync(new InstanceQuery(WithPayloads: true), null, 100, CancellationToken.None);
        return new Ending(
            [.. instances.Values.Select(Describe).Order(StringComparer.Ordinal)], [.. _effects.Keys.Order(StringComparer.Ordinal)], fault.HasHappened);
    }

    private static string Describe(InstanceState instance) => string.Join(
        " | ",
        instance.InstanceId,
        instance.Name,
        instance.Status,
        instance.Input,
        instance.Output,
        instance.CustomStatus,
        instance.UpdatedAt.ToString("O"));

    private static async Task<string> CaseAsync(TaskOrchestrationContext context)
    {
        var run = context.GetInput<int>();
        context.SetCustomStatus($"run {run}");
        await context.CallActivityAsync<string>("Note", $"validated {run}");
        await context.CallActivityAsync<string>("Open", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1))));
        var parts = await Task.WhenAll(
            context.CallSubOrchestratorAsync<string>("Part", $"given {run}", new SubOrchestrationOptions(instanceId: $"part-{run}")),
            context.CallSubOrchestratorAsync<string>("Part", $"generated {run}"),
            context.CallActivityAsync<string>("Note", $"aside {run}"));
        if (run == 1)
        {
            context.ContinueAsNew(2);
            return "again";
        }

        var decision = await context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(30));
        var reminded = await RemindedAsync(context);
        return $"{decision}, {reminded}, {string.Join(", ", parts)}, {context.CurrentUtcDateTime:O}";
    }

    private static async Task<string> PartAsync(TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
        return await context.CallActivityAsync<string>("Note", $"part {context.GetInput<string>()}");
    }

    private static async Task<string> RemindedAsync(TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("Never", TimeSpan.FromDays(10));
        }
        catch (TaskCanceledException)
        {
            return await context.CallActivityAsync<string>("Note", "reminder");
        }
    }

    private async Task StartFaultyEngineAsync(Fault fault)
    {
        try
        {
            await StartEngineAsync(await StoreWithAsync(fault));
        }
        catch (Exception) when (fault.HasHappened)
        {
            // It died, or failed, while it was starting; whoever looks after it starts it again.
            await ReplaceAsync();
        }
    }

    /// <summary>Does something until it is done, each time the engine dies with the next one.</summary>
    private async Task PersistAsync(Fault fault, Func<DurableTaskClient, Task> step)
    {
        var patience = TimeSpan.FromSeconds(30);
        while (true)
        {
            var death = _replacement is null ? fault.Death : Task.Delay(patience);
            try
            {
                var stepping = step(Client);
                if (await Task.WhenAny(stepping, death) == stepping)
                {
                    await stepping;
                    return;
                }
            }
            catch (Exception failure) when (failure is IOException or RequestFailedException or AggregateException)
            {
                // The client's own read failed: it asks again, this engine or the next one.
            }
            catch (Exception told) when (told is OrchestrationAlreadyExistsException or RpcException { StatusCode: StatusCode.FailedPrecondition })
            {
                // It was done the time before.
                return;
            }

            if (death.IsCompleted)
                await ReplaceAsync();
        }
    }

    private async Task ReplaceAsync()
    {
        Assert.Null(_replacement);
        await Engine.DisposeAsync();
        _replacement = await StartEngineAsync();
    }
}
