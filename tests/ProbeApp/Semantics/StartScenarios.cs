using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Starting instances: with an id that is in use or has ended, at a later time, and with a version.</summary>
public static class StartScenarios
{
    private const string AlreadyExists = "OrchestrationAlreadyExistsException An Orchestration instance with the ID <id> already exists.";

    [Scenario(AlreadyExists)]
    public static async Task<string> A_running_id_is_not_started_againAsync(Play play)
    {
        var id = await play.StartAsync(nameof(EventScenarios.WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        return await Play.RefusalAsync(id, () => play.StartAsync(nameof(EventScenarios.WaitForDecision), id: id));
    }

    [Scenario("Completed 1")]
    public static async Task<string> Of_eight_starts_of_one_id_at_once_one_runsAsync(Play play)
    {
        var id = Play.NewId();
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Play.RefusalAsync(id, () => play.StartAsync(nameof(CountRuns), id: id))))
        );
        await play.Client.RaiseEventAsync(id, "Go");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"first\", then Completed \"second\"")]
    public static async Task<string> An_id_that_has_ended_is_started_again_and_forgets_what_it_wasAsync(Play play)
    {
        var id = await play.StartAsync(nameof(TellInput), "first");
        var first = await play.EndAsync(id);
        await play.StartAsync(nameof(TellInput), "second", id);
        await play.UntilAsync(id, instance => instance.SerializedInput == "\"second\"" && instance.IsCompleted);
        return $"{first}, then {await play.EndAsync(id)}";
    }

    [Scenario(AlreadyExists)]
    public static async Task<string> An_ended_status_to_dedupe_by_makes_the_start_failAsync(Play play)
    {
        var id = await play.StartAsync(nameof(TellInput), "first");
        await play.EndAsync(id);
        return await StartAsync(
            play,
            id,
            OrchestrationRuntimeStatus.Completed,
            OrchestrationRuntimeStatus.Running,
            OrchestrationRuntimeStatus.Pending,
            OrchestrationRuntimeStatus.Suspended
        );
    }

    [Scenario(AlreadyExists)]
    public static async Task<string> A_running_id_is_not_started_again_whatever_the_statuses_to_dedupe_byAsync(Play play)
    {
        var id = await play.StartAsync(nameof(EventScenarios.WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        return await StartAsync(play, id, OrchestrationRuntimeStatus.Completed);
    }

    [Scenario("Pending null, then Completed \"later\"")]
    public static async Task<string> A_start_in_the_future_is_pending_until_thenAsync(Play play)
    {
        var id = Play.NewId();
        await play.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TellInput),
            "later",
            new StartOrchestrationOptions(id, play.Now.AddSeconds(10))
        );
        return $"{await play.NowAsync(id)}, then {await play.EndAsync(id)}";
    }

    [Scenario("Completed \"1.0; child 1.0; next 1.0\"")]
    public static Task<string> The_version_is_that_of_the_settings_for_calls_and_next_runs_tooAsync(Play play) =>
        play.RunAsync(nameof(TellVersions));

    [Scenario("Completed \"0.9; child 1.0; next 0.9\"")]
    public static async Task<string> A_start_may_say_its_versionAsync(Play play) => await play.EndAsync(await StartAsync(play, "0.9"));

    [Scenario("Pending null")]
    public static async Task<string> Code_leaves_a_newer_version_aloneAsync(Play play)
    {
        var id = await StartAsync(play, "9.0");
        await play.PauseAsync(3);
        return await play.NowAsync(id);
    }

    [Function(nameof(TellInput))]
    public static Task<string> TellInput([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(context.GetInput<string>()!);

    [Function(nameof(CountRuns))]
    public static async Task<int> CountRuns([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var runs = await context.CallActivityAsync<int>(nameof(ActivityScenarios.FailPlainly), 0);
        await context.WaitForExternalEvent<string?>("Go");
        return runs;
    }

    [Function(nameof(TellVersions))]
    public static async Task<string> TellVersions([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { } before)
        {
            return $"{before}; next {context.Version}";
        }

        context.ContinueAsNew($"{context.Version}; child {await context.CallSubOrchestratorAsync<string>(nameof(TellVersion1))}");
        return "";
    }

    [Function(nameof(TellVersion1))]
    public static Task<string> TellVersion1([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context.Version);

    private static Task<string> StartAsync(Play play, string version) =>
        play.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(TellVersions),
            new StartOrchestrationOptions { Version = new TaskVersion(version) }
        );

    private static Task<string> StartAsync(Play play, string id, params OrchestrationRuntimeStatus[] statuses) =>
        Play.RefusalAsync(id, () =>
            play.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(TellInput),
                "again",
                new StartOrchestrationOptions(id).WithDedupeStatuses(statuses)
            )
        );
}
