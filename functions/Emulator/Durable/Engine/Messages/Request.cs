namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A message from a client, who waits until the turn that took it is written.</summary>
internal abstract class Request : Message
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    public void Accept() => _answer.TrySetResult();

    public void Refuse(Exception reason) => _answer.TrySetException(reason);

    public override void Abandon() => _answer.TrySetException(new OperationCanceledException("The durable engine has stopped."));

    /// <summary>Refuses, as the real client does, a message to an instance that isn't there or has ended.</summary>
    protected bool FindsItRunning(TurnDraft draft)
    {
        if (draft.State is null)
        {
            draft.Refuse(this, new RpcException(
                StatusCode.NotFound, $"No instance with ID '{draft.InstanceId}' was found. (Parameter 'instanceId')"));
            return false;
        }

        if (draft.State.HasEnded)
        {
            draft.Refuse(this, new RpcException(
                StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running."));
            return false;
        }

        return true;
    }
}
