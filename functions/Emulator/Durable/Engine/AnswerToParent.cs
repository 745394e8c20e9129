using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>What a sub-orchestration that has ended says to its parent.</summary>
internal static class AnswerToParent
{
    public static IEnumerable<(string InstanceId, Message Message)> Of(InstanceState ended) =>
        ended.Parent is { } caller ? [(caller.InstanceId, new TaskEnded(caller.ExecutionId, EndOf(ended, caller.TaskId)))] : [];

    private static ArrivedEvent EndOf(InstanceState ended, int taskId) => ended switch
    {
        { Failure: { } failure } => new TaskFailed(taskId, failure),
        { Status: OrchestrationRuntimeStatus.Terminated } => new TaskFailed(taskId, Failures.Terminated(ended)),
        { Output: { } output } => new TaskCompleted(taskId, BinaryData.FromString(output)),
        _ => new TaskCompleted(taskId, null),
    };
}
