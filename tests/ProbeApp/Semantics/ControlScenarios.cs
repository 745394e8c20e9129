using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Managing an instance other than by events, and reading its state.</summary>
public static class ControlScenarios
{
    [Scenario("Terminated \"because\"")]
    public static async Task<string> Terminating_ends_it_with_the_output_givenAsync(Play play)
    {
        var id = await StartedAsync(play);
        await play.Client.TerminateInstanceAsync(id, "because");
        return await play.EndAsync(id);
    }

    [Scenario("Suspended why, then Completed \"approve\"")]
    public static async Task<string> A_suspended_instance_keeps_what_arrives_until_it_is_resumedAsync(Play play)
    {
        var id = await StartedAsync(play);
        await play.Client.SuspendInstanceAsync(id, "why");
        await play.UntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        await play.PauseAsync(2);
        var suspended = await play.NowAsync(id);
        await play.Client.ResumeInstanceAsync(id);
        return $"{suspended}, then {await play.EndAsync(id)}";
    }

    [Scenario("Suspended null, then Completed \"timer and activity\"")]
    public static async Task<string> Timers_and_activities_that_end_while_it_is_suspended_are_kept_tooAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForTimerAndActivity));
        await play.UntilStatusAsync(id, "waiting");
        await play.Client.SuspendInstanceAsync(id);
        await play.PauseAsync(15);
        var suspended = await play.NowAsync(id);
        await play.Client.ResumeInstanceAsync(id);
        return $"{suspended}, then {await play.EndAsync(id)}".Replace(" status \"waiting\"", "", StringComparison.Ordinal);
    }

    [Scenario("Terminated null")]
    public static async Task<string> A_suspended_instance_can_be_terminatedAsync(Play play)
    {
        var id = await StartedAsync(play);
        await play.Client.SuspendInstanceAsync(id);
        await play.UntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await play.Client.TerminateInstanceAsync(id);
        return await play.EndAsync(id);
    }

    [Scenario("nothing before, 1 ended one, 0 again, nothing left")]
    public static async Task<string> Purging_deletes_an_instance_that_has_endedAsync(Play play)
    {
        var before = await play.NowAsync(Play.NewId());
        var id = await play.StartAsync(nameof(ActivityScenarios.DoNothing));
        await play.EndAsync(id);
        var first = await play.Client.PurgeInstanceAsync(id);
        var second = await play.Client.PurgeInstanceAsync(id);
        return $"{before} before, {first.PurgedInstanceCount} ended one, {second.PurgedInstanceCount} again, "
            + $"{await play.NowAsync(id)} left";
    }

    [Scenario(
        "InvalidOperationException Only orchestrations in a terminal state can be purged, "
            + "but the orchestration with instance ID <id> has status Running"
    )]
    public static async Task<string> A_running_instance_is_not_purgedAsync(Play play)
    {
        var id = await StartedAsync(play);
        return await Play.RefusalAsync(id, () => play.Client.PurgeInstanceAsync(id));
    }

    [Scenario(
        "same id Completed \"x\"; another id Completed \"x\"; "
            + "running InvalidOperationException An orchestration with the instanceId <id> cannot be restarted.; "
            + "unknown ArgumentException An orchestration with the instanceId <id> was not found."
    )]
    public static async Task<string> Restarting_begins_again_with_the_same_inputAsync(Play play)
    {
        var id = await play.StartAsync(nameof(StartScenarios.TellInput), "x");
        await play.EndAsync(id);
        var another = await play.Client.RestartAsync(id, restartWithNewInstanceId: true);
        var same = await play.Client.RestartAsync(id);
        var running = await StartedAsync(play);
        var unknown = Play.NewId();
        return $"{(same == id ? "same id" : same)} {await play.EndAsync(same)}; "
            + $"{(another == id ? another : "another id")} {await play.EndAsync(another)}; "
            + $"running {await Play.RefusalAsync(running, () => play.Client.RestartAsync(running))}; "
            + $"unknown {await Play.RefusalAsync(unknown, () => play.Client.RestartAsync(unknown))}";
    }

    [Scenario("terminate NotFound, suspend NotFound, resume NotFound")]
    public static Task<string> An_unknown_instance_is_not_foundAsync(Play play) => ActsAsync(play, Play.NewId());

    [Scenario("terminate FailedPrecondition, suspend FailedPrecondition, resume FailedPrecondition")]
    public static async Task<string> An_instance_that_has_ended_refusesAsync(Play play)
    {
        var id = await play.StartAsync(nameof(ActivityScenarios.DoNothing));
        await play.EndAsync(id);
        return await ActsAsync(play, id);
    }

    [Scenario("Running null status {\"step\":2}; without payloads null, null, null; ended Completed \"approve\" status {\"step\":2}")]
    public static async Task<string> A_custom_status_shows_until_it_is_set_anew_and_payloads_only_where_they_are_asked_forAsync(Play play)
    {
        var id = await play.StartAsync(nameof(TellSteps));
        await play.UntilStatusAsync(id, "2");
        var now = await play.NowAsync(id);
        var bare = (await play.Client.GetInstanceAsync(id))!;
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        return $"{now}; without payloads "
            + $"{bare.SerializedInput ?? "null"}, {bare.SerializedOutput ?? "null"}, {bare.SerializedCustomStatus ?? "null"}; "
            + $"ended {await play.EndAsync(id)}";
    }

    [Scenario("input null, status null, output null")]
    public static async Task<string> What_was_never_given_is_shown_as_nullAsync(Play play)
    {
        var id = await StartedAsync(play);
        var instance = (await play.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        return $"input {instance.SerializedInput ?? "null"}, status {instance.SerializedCustomStatus}, "
            + $"output {instance.SerializedOutput ?? "null"}";
    }

    [Scenario("3 found, 3 of one name, 2 completed")]
    public static async Task<string> Instances_are_found_by_prefix_and_statusAsync(Play play)
    {
        var prefix = Play.NewId();
        foreach (var number in new[] { 1, 2 })
        {
            await play.EndAsync(await play.StartAsync(nameof(StartScenarios.TellInput), "x", $"{prefix}-{number}"));
        }

        await play.StartAsync(nameof(EventScenarios.WaitForDecision), id: $"{prefix}-3");
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in play.Client.GetAllInstancesAsync(new OrchestrationQuery { InstanceIdPrefix = prefix }))
        {
            found.Add(instance);
        }

        var completed = 0;
        await foreach (
            var _ in play.Client.GetAllInstancesAsync(
                new OrchestrationQuery { InstanceIdPrefix = prefix, Statuses = [OrchestrationRuntimeStatus.Completed] }
            )
        )
        {
            completed++;
        }

        return $"{found.Count} found, "
            + $"{found.Count(instance => instance.InstanceId.StartsWith(prefix, StringComparison.Ordinal))} of one name, "
            + $"{completed} completed";
    }

    [Function(nameof(WaitForTimerAndActivity))]
    public static async Task<string> WaitForTimerAndActivity([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("waiting");
        var timer = context.CreateTimer(TimeSpan.FromSeconds(10), CancellationToken.None);
        var activity = context.CallActivityAsync<string>(nameof(SlowActivity.WorkTenSeconds));
        await Task.WhenAll(timer, activity);
        return $"timer and {await activity}";
    }

    [Function(nameof(TellSteps))]
    public static async Task<string> TellSteps([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new { Step = 1 });
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        context.SetCustomStatus(new { Step = 2 });
        return await context.WaitForExternalEvent<string>("Decision");
    }

    private static async Task<string> StartedAsync(Play play)
    {
        var id = await play.StartAsync(nameof(EventScenarios.WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        return id;
    }

    private static async Task<string> ActsAsync(Play play, string id)
    {
        var acts = new (string Name, Func<Task> Act)[]
        {
            ("terminate", () => play.Client.TerminateInstanceAsync(id)),
            ("suspend", () => play.Client.SuspendInstanceAsync(id)),
            ("resume", () => play.Client.ResumeInstanceAsync(id)),
        };
        var answers = new List<string>();
        foreach (var (name, act) in acts)
        {
            var refusal = await Play.RefusalAsync(id, act);
            answers.Add($"{name} {refusal.Split('"').ElementAtOrDefault(1) ?? refusal}");
        }

        return string.Join(", ", answers);
    }
}
