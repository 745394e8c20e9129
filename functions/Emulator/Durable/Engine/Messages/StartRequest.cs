namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client starts an orchestration.</summary>
/// <param name="name">Its orchestrator.</param>
/// <param name="input">Its input.</param>
/// <param name="startAt">When it is to begin; at once when null.</param>
/// <param name="dedupe">Ended statuses over which it is not to start again.</param>
internal sealed class StartRequest(
    string name, BinaryData? input, DateTimeOffset? startAt, IReadOnlyCollection<OrchestrationRuntimeStatus> dedupe) : Request
{
    public override int Weight => input?.ToMemory().Length ?? 0;

    public override bool ExpectsNoInstance => true;

    public override void Apply(TurnDraft draft)
    {
        if (draft.State is { } existing && (!existing.HasEnded || dedupe.Contains(existing.Status)))
        {
            draft.Refuse(this, new OrchestrationAlreadyExistsException(draft.InstanceId));
            return;
        }

        draft.Begin(name, input, parent: null, startAt);
        draft.Accept(this);
    }
}
