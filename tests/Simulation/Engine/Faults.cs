namespace MicroCred.Simulation.Engine;

/// <summary>
/// Faults that an engine with at-least-once delivery may have at any time. Each is a probability from 0 to 1, and the seed decides when it
/// strikes.
/// </summary>
/// <param name="ActivityTwice">An activity runs twice, and both results arrive.</param>
/// <param name="ResultLost">An activity's result is lost, and the activity runs again later.</param>
/// <param name="EventTwice">An event is delivered twice.</param>
/// <param name="EventLate">An event is delivered some minutes late, so that a later one may overtake it.</param>
/// <param name="TurnRedone">A turn's result is lost, and the turn is repeated later.</param>
public sealed record Faults(
    double ActivityTwice = 0,
    double ResultLost = 0,
    double EventTwice = 0,
    double EventLate = 0,
    double TurnRedone = 0
)
{
    /// <summary>The time after which an engine repeats unfinished work: its queues' visibility timeout.</summary>
    internal static readonly TimeSpan TakenUpAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>No faults.</summary>
    public static Faults None { get; } = new();

    /// <summary>Every fault now and then.</summary>
    public static Faults Plenty { get; } = new(0.2, 0.2, 0.2, 0.2, 0.2);
}
