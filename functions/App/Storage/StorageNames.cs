namespace MicroCred.App.Storage;

/// <summary>Every table, container and queue the app keeps anything in. Nothing else names one.</summary>
internal static class StorageNames
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

    /// <summary>
    /// How the names of operators' acts begin in <see cref="AuditContainer"/>; what else is there begins with an application's id.
    /// </summary>
    public const string OperatorActs = "operators/";

    public const string NotificationsQueue = "notifications";
    public const string ScanResultsQueue = "scan-results";

    /// <summary>The queues that functions take from.</summary>
    public static IReadOnlyList<string> Queues { get; } = [NotificationsQueue, ScanResultsQueue];

    /// <summary>Where the host puts a message of a queue that failed every try.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
