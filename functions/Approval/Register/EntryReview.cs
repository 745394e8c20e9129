namespace MicroCred.Approval;

/// <summary>A review of an entry: the developer's report, and the registrar's task to decide on it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Report">The report.</param>
/// <param name="Due">By when the entry was to be reviewed when it was reported on.</param>
/// <param name="Years">The years until the next review, where the entry goes on.</param>
/// <param name="By">Who reported.</param>
/// <param name="At">When, in UTC.</param>
public sealed record EntryReview(TaskId Task, ReviewReport Report, DateOnly Due, int Years, Actor By, DateTimeOffset At);
