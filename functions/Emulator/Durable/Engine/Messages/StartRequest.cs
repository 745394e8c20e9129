namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client starts an orchestration.</summary>
/// <param name="name">Its orchestrator.</param>
/// <param name="input">Its input.</param>
/// <param name="startAt">When it is to begin; at once when null.</param>
/// <param name="reuse">Over what it may start.</param>
internal sealed class StartRequest(string name, BinaryData? input, DateTimeOffset? startAt, IdReuse reuse) : Request
{
    public override int Weight => input?.ToMemory().Length ?? 0;

    public override bool ExpectsNoInstance => true;

    public override void Apply(TurnDraft draft)
    {
        if (draft.State is { } existing && reuse.IsForbiddenBy(existing.Status))
        {
            draft.Refuse(this, new OrchestrationAlreadyExistsException(draft.InstanceId));
            return;
        }

        draft.Begin(name, input, parent: null, startAt);
        draft.Accept(this);
    }
}
