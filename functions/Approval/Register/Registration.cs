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

    /// <summary>How often what it says of the entry changed since it was listed.</summary>
    public int Changes { get; init; }

    /// <summary>The day by which the next review is due, once a review let the entry go on; null before.</summary>
    public DateOnly? ReviewDue { get; init; }

    /// <summary>The last day to enrol; null until it is set.</summary>
    public DateOnly? LastEnrolment { get; init; }

    /// <summary>The last day to finish; null until it is set.</summary>
    public DateOnly? LastAchievement { get; init; }

    /// <summary>Years that learners have to finish once an entry expires, unless a date is given. [Listing Rules 2022 r 13]</summary>
    internal const int YearsToFinish = 2;

    /// <summary>Why an entry ends whose last day to finish is over.</summary>
    public const string Over = "The last day to finish is over.";

    /// <summary>The same, closed for enrolment on a day and for good two years later.</summary>
    internal Registration Expiring(DateOnly day) =>
        this with
        {
            Status = RegisterStatus.Expiring,
            LastEnrolment = day,
            LastAchievement = day.AddYears(YearsToFinish),
        };
}
