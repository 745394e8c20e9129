namespace MicroCred.Emulator.Durable.History;

/// <summary>
/// One step of an orchestration: what arrived, and what the code then asked for. A history is a list of turns, and each was written in one
/// piece.
/// </summary>
/// <param name="Id">Made up for this attempt at the turn, so that a write whose answer was lost can be recognised.</param>
/// <param name="At">The orchestration's time during the turn, in UTC.</param>
/// <param name="Arrived">What arrived, in order.</param>
/// <param name="Scheduled">What was asked for, by number.</param>
internal sealed record Turn(string Id, DateTime At, IReadOnlyList<ArrivedEvent> Arrived, IReadOnlyList<ScheduledEvent> Scheduled);
