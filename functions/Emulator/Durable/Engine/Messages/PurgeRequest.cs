namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client deletes an instance that has ended.</summary>
internal sealed class PurgeRequest : Request
{
    private bool _hasTried;

    /// <summary>How many were deleted.</summary>
    public int Count { get; private set; }

    public override void Apply(TurnDraft draft)
    {
        if (draft.State is null)
        {
            // Gone after an attempt whose answer was lost means that the attempt did it.
            Count = _hasTried ? 1 : 0;
            draft.Accept(this);
        }
        else if (!draft.State.HasEnded)
        {
            draft.Refuse(this, new InvalidOperationException(
                $"Cannot purge the orchestration instance '{draft.InstanceId}': it is {draft.State.Status} and has not ended."));
        }
        else
        {
            _hasTried = true;
            Count = 1;
            draft.Delete();
            draft.Accept(this);
        }
    }
}
