using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>A page of somebody's tasks: their open ones, then those of others that concern them, then those that they have done.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Lines">The tasks.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
/// <param name="Oversees">Whether the person may give tasks to others.</param>
public sealed record TaskListModel(string Title, string Address, IReadOnlyList<TaskLine> Lines, string? Next, bool Oversees)
    : PageModel(typeof(TaskListPage));

/// <summary>Which part of the list a task is in.</summary>
public enum TaskPart
{
    /// <summary>Open, and the reader's own.</summary>
    Own,

    /// <summary>Open, and nobody's; for a registrar also anybody else's.</summary>
    Others,

    /// <summary>Done by the reader.</summary>
    Done,
}

/// <summary>A task on a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Part">Which part of the list it is in.</param>
/// <param name="Kind">What there is to do.</param>
/// <param name="Title">The micro-credential's title; null where it has none.</param>
/// <param name="Due">When it is due.</param>
/// <param name="IsUrgent">Whether the application is urgent.</param>
/// <param name="IsOverdue">Whether it is open and past its due date.</param>
/// <param name="Assignee">The name of the person who has it; null where nobody has.</param>
/// <param name="Address">Where the title leads.</param>
public sealed record TaskLine(
    TaskId Id,
    TaskPart Part,
    TaskKind Kind,
    string? Title,
    DateTimeOffset Due,
    bool IsUrgent,
    bool IsOverdue,
    string? Assignee,
    string Address
);
