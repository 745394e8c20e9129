namespace MicroCred.Emulator.Checks;

/// <summary>A call of an activity or an orchestrator by a constant name.</summary>
/// <param name="Caller">The method that has the call.</param>
/// <param name="Name">The constant.</param>
/// <param name="ToActivity">Whether it is an activity that is called, else an orchestrator.</param>
internal sealed record TaskCall(CallerName Caller, string Name, bool ToActivity);
