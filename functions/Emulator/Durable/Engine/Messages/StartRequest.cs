using System.Diagnostics;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client starts an orchestration, which belongs to the trace that the client is in.</summary>
/// <param name="name">Its orchestrator.</param>
/// <param name="input">Its input.</param>
/// <param name="startAt">When it is to begin; at once when null.</param>
/// <param name="reuse">Over what it may start.</param>
internal sealed class StartRequest(string name, BinaryData? input, DateTimeOffset? startAt, IdReuse reuse) : Request
{
    private readonly string? _traceParent = Activity.Current?.Id;

    public override int Weight => input?.ToMemory().Length ?? 0;

    public override bool ExpectsNoInstance => true;

    public override void Apply(TurnDraft draft)
    {
        if (draft.State is { } existing && reuse.IsForbiddenBy(existing.Status))
        {
            draft.Refuse(this, new OrchestrationAlreadyExistsException(draft.InstanceId));
            return;
        }

        draft.Begin(name, input, parent: null, startAt, _traceParent);
        draft.Accept(this);
    }
}
