using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Starts: of an id that is taken, that has ended, later, and of a version.</summary>
public static class StartScenarios
{
    private const string AlreadyExists = "OrchestrationAlreadyExistsException An Orchestration instance with the ID <id> already exists.";

    [Scenario(AlreadyExists)]
    public static async Task<string> A_running_id_is_not_started_again(Play play)
    {
        var id = await play.StartAsync(nameof(EventScenarios.WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        return await Play.RefusalAsync(id, () => play.StartAsync(nameof(EventScenarios.WaitForDecision), id: id));
    }

    [Scenario("1 of 8")]
    public static async Task<string> Of_eight_starts_of_one_id_at_once_one_wins(Play play)
    {
        var id = Play.NewId();
        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Play.RefusalAsync(id, () => play.StartAsync(nameof(EventScenarios.WaitForDecision), id: id)))));
        return $"{starts.Count(start => start == "done")} of 8";
    }

    [Scenario("Completed \"first\", then Completed \"second\"")]
    public static async Task<string> An_id_that_has_ended_is_started_again_and_forgets_what_it_was(Play play)
    {
        var id = await play.StartAsync(nameof(TellInput), "first");
        var first = await play.EndAsync(id);
        await play.StartAsync(nameof(TellInput), "second", id);
        await play.UntilAsync(id, instance => instance.SerializedInput == "\"second\"" && instance.IsCompleted);
        return $"{first}, then {await play.EndAsync(id)}";
    }

    [Scenario(AlreadyExists)]
    public static async Task<string> An_ended_status_to_dedupe_by_makes_the_start_fail(Play play)
    {
        var id = await play.StartAsync(nameof(TellInput), "first");
        await play.EndAsync(id);
        return await StartAsync(play, id, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended);
    }

    [Scenario("done, then Completed \"again\"")]
    public static async Task<string> A_running_status_that_is_not_among_those_to_dedupe_by_is_ended_for_the_new_start(Play play)
    {
        var id = await play.StartAsync(nameof(EventScenarios.WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        var start = await StartAsync(play, id, OrchestrationRuntimeStatus.Completed);
        await play.UntilAsync(id, instance => instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
        return $"{start}, then {await play.EndAsync(id)}";
    }

    [Scenario("ArgumentException Invalid argument for start instance request for instance ID <id>: Invalid dedupe statuses: cannot include 'Terminated' while "
        + "also allowing reuse of running instances, because the running instance would be terminated and then immediately conflict with the dedupe check.")]
    public static Task<string> Statuses_to_dedupe_by_that_contradict_one_another_are_refused(Play play) =>
        StartAsync(play, Play.NewId(), OrchestrationRuntimeStatus.Terminated);

    [Scenario("Pending null, then Completed \"later\"")]
    public static async Task<string> A_start_in_the_future_is_pending_until_then(Play play)
    {
        var id = Play.NewId();
        await play.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TellInput), "later", new StartOrchestrationOptions(id, play.Now.AddSeconds(2)));
        return $"{await play.NowAsync(id)}, then {await play.EndAsync(id)}";
    }

    [Scenario("Completed \"1.0; child 1.0; next 1.0\"")]
    public static Task<string> The_version_is_that_of_the_settings_for_calls_and_next_runs_too(Play play) => play.RunAsync(nameof(TellVersions));

    [Scenario("Completed \"0.9; child 1.0; next 0.9\"")]
    public static async Task<string> A_start_may_say_its_version(Play play) => await play.EndAsync(await StartAsync(play, "0.9"));

    [Scenario("Pending null")]
    public static async Task<string> Code_leaves_a_newer_version_alone(Play play)
    {
        var id = await StartAsync(play, "9.0");
        await play.PauseAsync(3);
        return await play.NowAsync(id);
    }

    [Function(nameof(TellInput))]
    public static Task<string> TellInput([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.GetInput<string>()!);

    [Function(nameof(TellVersions))]
    public static async Task<string> TellVersions([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { } before)
            return $"{before}; next {context.Version}";
        context.ContinueAsNew($"{context.Version}; child {await context.CallSubOrchestratorAsync<string>(nameof(TellVersion1))}");
        return "";
    }

    [Function(nameof(TellVersion1))]
    public static Task<string> TellVersion1([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.Version);

    private static Task<string> StartAsync(Play play, string version) => play.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(TellVersions), new StartOrchestrationOptions { Version = new TaskVersion(version) });

    private static Task<string> StartAsync(Play play, string id, params OrchestrationRuntimeStatus[] statuses) => Play.RefusalAsync(
        id, () => play.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TellInput), "again", new StartOrchestrationOptions(id).WithDedupeStatuses(statuses)));
}
