using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>Every table, container and queue the app keeps anything in. Nothing else names one.</summary>
internal static class Names
{
    public const string ApplicationsTable = "Applications";
    public const string UnderwayTable = "Underway";
    public const string WorklistsTable = "Worklists";
    public const string RegisterTable = "Register";
    public const string IncomingContainer = "incoming";
    public const string DocumentsContainer = "documents";
    public const string RegisterContainer = "register";
    public const string AuditContainer = "audit";
    public const string RegisterLogContainer = "register-log";

    /// <summary>How the names of operators' acts begin in <see cref="AuditContainer"/>; what else is there begins with an application's id.</summary>
    public const string OperatorActs = "operators/";

    public const string NotificationsQueue = "notifications";
    public const string ScanResultsQueue = "scan-results";

    /// <summary>The queues that functions take from.</summary>
    public static IReadOnlyList<string> Queues { get; } = [NotificationsQueue, ScanResultsQueue];

    /// <summary>Where the host puts a message of a queue that failed every try.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}

/// <summary>Row keys in an application's partition of <see cref="Names.ApplicationsTable"/>; the partition key is the application's id.</summary>
internal static class ApplicationRows
{
    public const string Application = "application";
    public const string FirstEvent = "event|";
    public const string PastEvents = "event}";
    public const string PastNotices = "notices}";
    private const string Answers = "key|";

    public static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"event|{number:D6}");

    /// <summary>What people are to be told of the change that made this revision.</summary>
    public static string Notices(int revision) => string.Create(CultureInfo.InvariantCulture, $"notices|{revision:D6}");

    /// <summary>The answer given to a command that carried this idempotency key, by its hash.</summary>
    public static string Answer(string keyHash) => Answers + keyHash;

    /// <summary>Past every row of the answer to a command with this key: a long one has several.</summary>
    public static string PastAnswer(string keyHash) => Answer(keyHash) + "}";

    /// <summary>The hash of the idempotency key that a row is the answer to; null for any other row.</summary>
    public static string? KeyOf(string row) =>
        row.StartsWith(Answers, StringComparison.Ordinal) && row.Split('|') is [_, var hash] ? hash : null;

    /// <summary>How many applications can be begun under the same idempotency key, a day apart each.</summary>
    public const int MostTurns = 20;

    /// <summary>The id of an application that is begun under an idempotency key, by its hash: the same for each repeat.</summary>
    /// <param name="keyHash">The key's hash.</param>
    /// <param name="turn">How many were begun under it before, of which repeats aren't known any more.</param>
    public static ApplicationId BegunUnder(string keyHash, int turn)
    {
        byte[] hash = turn == 0
            ? Convert.FromHexString(keyHash)
            : SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{keyHash}\n{turn}")));
        return ApplicationId.New(new Guid(hash.AsSpan(0, 16)));
    }

    /// <summary>Whether an application was begun under an idempotency key, by its hash.</summary>
    public static bool IsBegunUnder(string keyHash, ApplicationId id) => Enumerable.Range(0, MostTurns).Any(turn => BegunUnder(keyHash, turn) == id);
}

/// <summary>Keys in <see cref="Names.UnderwayTable"/> and <see cref="Names.WorklistsTable"/>.</summary>
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

    /// <summary>The answers that are kept for repeats, by when they were given.</summary>
    public static string Answers => "answer|";

    public static string AnswersUntil(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{Answers}{time.UtcDateTime:yyyyMMddHHmmss}");

    public static string Answer(DateTimeOffset given, ApplicationId id, string keyHash) => $"{AnswersUntil(given)}|{id}|{keyHash}";

    /// <summary>Which answer a line is of.</summary>
    public static (ApplicationId Id, string KeyHash) AnswerOf(string partition) =>
        partition.Split('|') is [_, _, var id, var hash] ? (ApplicationId.Parse(id), hash) : throw new FormatException($"{partition} is no line of an answer.");

    /// <summary>What providers took of their days' quotas.</summary>
    public static string Quotas => "quota|";

    public static string QuotasOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Quotas}{day:yyyyMMdd}|");

    public static string Quota(DateOnly day, ProviderNumber provider) => QuotasOf(day) + provider;

    /// <summary>Whose line it is.</summary>
    public static ProviderNumber QuotaOf(string partition) => ProviderNumber.Parse(partition.Split('|')[^1]);

    /// <summary>Documents that were kept where a scan for malware is waited for, by when.</summary>
    public static string Scans => "scan|";

    public static string ScansUntil(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{Scans}{time.UtcDateTime:yyyyMMddHHmmss}");

    public static string Scan(DateTimeOffset kept, StoredDocument document) => $"{ScansUntil(kept)}|{document.Application}|{document.Sha256}";

    /// <summary>Which document a line is of.</summary>
    public static StoredDocument ScanOf(string partition) =>
        partition.Split('|') is [_, _, var id, var sha256] ? new(ApplicationId.Parse(id), sha256) : throw new FormatException($"{partition} is no line of a document.");

    /// <summary>The property of a finished application's line that says which revision of it the line shows.</summary>
    public const string Revision = "Revision";

    /// <summary>Whose line it is.</summary>
    public static ApplicationId ClosedOne(string partition) => ApplicationId.Parse(partition.Split('|')[^1]);
}

/// <summary>Keys in <see cref="Names.RegisterTable"/>.</summary>
/// <remarks>
/// A thousand numbers share a partition, so that allocating one and noting whose it is is one transaction and no partition outgrows a few
/// thousand rows.
/// </remarks>
internal static class RegisterRows
{
    public const int NumbersInABlock = 1000;
    public const string Counter = "counter";
    public const string Entries = "number|";
    public const string Holder = "holder";

    /// <summary>The partition with a row for each entry that has ever been changed, whose tag tells one change from the next.</summary>
    public const string Changed = "changed";

    public static string Block(int block) => string.Create(CultureInfo.InvariantCulture, $"block|{block:D6}");

    public static string BlockOf(int number) => Block(number / NumbersInABlock);

    public static string Entry(int number) => string.Create(CultureInfo.InvariantCulture, $"number|{number:D9}");

    /// <summary>The number that an entry's row stands for.</summary>
    public static int Number(string entry) => int.Parse(entry.AsSpan(Entries.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    public static string Listing(ApplicationId id) => $"application|{id}";

    public static string Identity(string hash) => $"identity|{hash}";
}
