namespace MicroCred.Approval;

/// <summary>An application's register entry: its number, its reporting code and its status.</summary>
public sealed record Registration(int Number, ReportingCode? Code, DateTimeOffset At)
{
    /// <summary>The entry's status.</summary>
    public RegisterStatus Status { get; init; }

    /// <summary>
    /// The pathways as the entry shows them, with the titles that their targets had at publication; null where there are none.
    /// </summary>
    public IReadOnlyList<PathwayContent>? Pathways { get; init; }

    /// <summary>How often the entry's status was changed since it was listed.</summary>
    public int Changes { get; init; }

    /// <summary>The last day to enrol; null until it is set.</summary>
    public DateOnly? LastEnrolment { get; init; }

    /// <summary>The last day to finish; null until it is set.</summary>
    public DateOnly? LastAchievement { get; init; }
}
