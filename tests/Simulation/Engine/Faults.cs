namespace MicroCred.Simulation.Engine;

/// <summary>
/// What a simulation does that an engine may do at any time: deliver what it delivers at least once. Each is a probability from 0 to 1, and
/// the seed decides when it strikes.
/// </summary>
/// <param name="ActivityTwice">An activity runs twice, and both results arrive.</param>
/// <param name="ResultLost">An activity's result is lost, and the activity runs again later.</param>
/// <param name="EventTwice">An event is delivered twice.</param>
/// <param name="EventLate">An event is delivered some minutes late, so that a later one may overtake it.</param>
/// <param name="TurnRedone">A turn's outcome is lost, and the turn is taken again later.</param>
public sealed record Faults(
    double ActivityTwice = 0,
    double ResultLost = 0,
    double EventTwice = 0,
    double EventLate = 0,
    double TurnRedone = 0
)
{
    /// <summary>
    /// After this time an engine takes up again what somebody took and didn't finish: the visibility timeout of its queues.
    /// </summary>
    internal static readonly TimeSpan TakenUpAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>Nothing goes wrong.</summary>
    public static Faults None { get; } = new();

    /// <summary>Everything goes wrong every now and then.</summary>
    public static Faults Plenty { get; } = new(0.2, 0.2, 0.2, 0.2, 0.2);
}
