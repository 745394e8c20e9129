namespace MicroCred.Emulator.Tests.Durable.Faults;

/// <summary>What happens to a storage call.</summary>
public enum FaultKind
{
    /// <summary>The process dies before the call.</summary>
    CutBefore,

    /// <summary>The process dies after the call, before it hears the answer.</summary>
    CutAfter,

    /// <summary>The call does what it should, but its answer is lost; the process goes on.</summary>
    AnswerLost,

    /// <summary>The call does nothing and fails; the process goes on.</summary>
    FailsOnce,
}
