using System.Text.Json;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Failures that no exception stands behind, in the real host's words.</summary>
internal static class Failures
{
    private const string Unknown = "(unknown)";

    public static TaskFailureDetails NoSuchActivity(string name) => new(
        Unknown,
        $"The function '{name}' doesn't exist, is disabled, or is not an activity function. Additional info: no activity has this name.",
        null,
        null);

    public static TaskFailureDetails NoSuchOrchestrator(string name) => new(
        Unknown,
        $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function. "
        + "Additional info: no orchestrator has this name.",
        null,
        null);

    /// <summary>What a parent hears of a sub-orchestration that was terminated.</summary>
    public static TaskFailureDetails Terminated(InstanceState state) => new(Unknown, state.Output ?? string.Empty, null, null);

    /// <summary>The output of an instance that has failed.</summary>
    public static string OutputOf(TaskFailureDetails failure) =>
        failure.ErrorType == Unknown ? $$"""{"message":{{JsonSerializer.Serialize(failure.ErrorMessage)}}}""" : failure.ToString();
}
