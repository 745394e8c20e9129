using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>A call or a timer that has not ended.</summary>
internal sealed class OpenTask(ScheduledEvent scheduled, string name)
{
    private readonly TaskCompletionSource<BinaryData?> _end = new();

    public ScheduledEvent Scheduled => scheduled;

    public Task<BinaryData?> End => _end.Task;

    /// <summary>Whether its end is in the history already, kept back because the orchestration is suspended.</summary>
    public bool EndIsKeptBack { get; set; }

    public void Complete(BinaryData? result) => _end.TrySetResult(result);

    public void Fail(TaskFailureDetails failure) => _end.TrySetException(new TaskFailedException(name, scheduled.Id, failure));

    public bool Cancel(CancellationToken cancellationToken) => _end.TrySetCanceled(cancellationToken);
}
