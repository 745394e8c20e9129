namespace MicroCred.Approval;

/// <summary>
/// An application's place on the register: the entry's number and its reporting code, and where the entry is in its life.
/// </summary>
public sealed record Registration(int Number, ReportingCode? Code, DateTimeOffset At)
{
    /// <summary>The entry's status.</summary>
    public RegisterStatus Status { get; init; }

    /// <summary>How often the entry was changed since it was listed.</summary>
    public int Changes { get; init; }

    /// <summary>The last day to enrol, once that is set.</summary>
    public DateOnly? LastEnrolment { get; init; }

    /// <summary>The last day to finish, once that is set.</summary>
    public DateOnly? LastAchievement { get; init; }
}
