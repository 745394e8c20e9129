using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Where an orchestration stands when there is nothing more for it to do in a turn.</summary>
internal abstract record RunOutcome
{
    /// <summary>It waits, has not begun, or is suspended.</summary>
    public sealed record Waiting : RunOutcome;

    /// <summary>It returned.</summary>
    public sealed record Completed(BinaryData? Output) : RunOutcome;

    /// <summary>It threw, left its history, or awaited what it must not.</summary>
    public sealed record Failed(TaskFailureDetails Failure) : RunOutcome;

    /// <summary>It ended in order to begin again.</summary>
    public sealed record ContinuedAsNew(BinaryData? Input, IReadOnlyList<EventRaised> Carried) : RunOutcome;
}
