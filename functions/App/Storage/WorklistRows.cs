using Azure.Data.Tables;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>Keys in <see cref="StorageNames.UnderwayTable"/> and <see cref="StorageNames.WorklistsTable"/>.</summary>
/// <remarks>
/// One partition, alone in its table, holds everything under way, so that a step moves an application between lists in one transaction;
/// finished lines leave it, so it stays small however large the register grows. The rest is kept for good, each line in a partition of its
/// own: a list is a range of partition keys, and the cost of a write doesn't grow.
/// </remarks>
internal static class WorklistRows
{
    public const string Underway = "underway";

    /// <summary>Takes the assignee's place while a task has none and the registrar has to find one.</summary>
    public const string Nobody = "-";

    public static string ByStatus(ApplicationStatus status, ApplicationId id) => $"status|{status}|{id}";

    public static string ByStatus(ApplicationStatus status) => $"status|{status}|";

    public static string Tasks => "task|";

    public static string TasksOf(string assignee) => $"task|{assignee}|";

    public static string Task(string? assignee, TaskId id) => $"task|{assignee ?? Nobody}|{id}";

    /// <summary>The filter for what is under way by status, drafts left out, and for open tasks, whose keys come after it.</summary>
    public static string StatusesAndTasks =>
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {Underway} and RowKey ge {"status|"} and (RowKey lt {Drafts} or RowKey ge {Drafts + "~"})"
        );

    private static string Drafts => ByStatus(ApplicationStatus.Draft);

    public static string Outbox => "outbox|";

    public static string OutboxEntry(ApplicationId id, Guid entry) => $"outbox|{id}|{entry:N}";

    /// <summary>The row key of the only row in each partition that is kept for good.</summary>
    public const string Line = "line";

    public static string Provider(ProviderNumber provider) => $"provider|{provider}|";

    public static string Provider(ProviderNumber provider, ApplicationId id) => Provider(provider) + id;

    public static string Done(string assignee) => $"done|{assignee}|";

    public static string Done(string assignee, TaskId id) => Done(assignee) + id;

    public static string AllClosed => "closed|";

    public static string Closed(ApplicationStatus status) => $"closed|{status}|";

    public static string Closed(ApplicationStatus status, ApplicationId id) => Closed(status) + id;

    /// <summary>The property of a finished application's line with the application's revision that it shows.</summary>
    public const string Revision = "Revision";

    /// <summary>The application that a partition key belongs to.</summary>
    public static ApplicationId ClosedOne(string partition) => ApplicationId.Parse(partition.Split('|')[^1]);
}
