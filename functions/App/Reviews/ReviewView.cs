using MicroCred.Approval;

namespace MicroCred.App.Reviews;

/// <summary>A report on an entry, as its developer reads it.</summary>
/// <param name="Id">The id of the registrar's task.</param>
/// <param name="RegisterNumber">The entry's number.</param>
/// <param name="Status">Whether it waits for the registrar.</param>
/// <param name="Due">By when the registrar is to decide, in UTC.</param>
/// <param name="Report">The report.</param>
internal sealed record ReviewView(TaskId Id, int RegisterNumber, TaskStatus Status, DateTimeOffset Due, ReviewReport Report)
{
    /// <summary>An application's latest.</summary>
    public static ReviewView Of(Application application)
    {
        var review = application.Reviews[^1];
        var task = application.Tasks.First(task => task.Id == review.Task);
        return new(task.Id, application.Registration!.Number, task.Status, task.Due, review.Report);
    }
}
