using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>Keys in <see cref="StorageNames.UnderwayTable"/> and <see cref="StorageNames.WorklistsTable"/>.</summary>
/// <remarks>
/// One partition, alone in its table, holds all that somebody is waiting for, so that a step moves an application between lists in one
/// transaction; what is finished leaves it, so that it stays small whatever the register grows to. The rest is kept for good, each line in
/// a partition of its own: a list is a range of partition keys, and a write costs the same whatever else is kept.
/// </remarks>
internal static class WorklistRows
{
    public const string Underway = "underway";

    /// <summary>Stands where an assignee would, while a task has none and the registrar is to find one.</summary>
    public const string Nobody = "-";

    public static string ByStatus(ApplicationStatus status, ApplicationId id) => $"status|{status}|{id}";

    public static string ByStatus(ApplicationStatus status) => $"status|{status}|";

    public static string Tasks => "task|";

    public static string TasksOf(string assignee) => $"task|{assignee}|";

    public static string Task(string? assignee, TaskId id) => $"task|{assignee ?? Nobody}|{id}";

    public static string Outbox => "outbox|";

    public static string OutboxEntry(ApplicationId id, Guid entry) => $"outbox|{id}|{entry:N}";

    /// <summary>The one row in each partition of what is kept.</summary>
    public const string Line = "line";

    public static string Provider(ProviderNumber provider) => $"provider|{provider}|";

    public static string Provider(ProviderNumber provider, ApplicationId id) => Provider(provider) + id;

    public static string Done(string assignee) => $"done|{assignee}|";

    public static string Done(string assignee, TaskId id) => Done(assignee) + id;

    public static string AllClosed => "closed|";

    public static string Closed(ApplicationStatus status) => $"closed|{status}|";

    public static string Closed(ApplicationStatus status, ApplicationId id) => Closed(status) + id;

    /// <summary>The property of a finished application's line that says which revision of it the line shows.</summary>
    public const string Revision = "Revision";

    /// <summary>Whose line it is.</summary>
    public static ApplicationId ClosedOne(string partition) => ApplicationId.Parse(partition.Split('|')[^1]);
}
