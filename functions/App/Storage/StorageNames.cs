namespace MicroCred.App.Storage;

/// <summary>The names of all tables, containers and queues of the app. Nothing else names one.</summary>
internal static class StorageNames
{
    public const string ApplicationsTable = "Applications";
    public const string UnderwayTable = "Underway";
    public const string WorklistsTable = "Worklists";
    public const string RegisterTable = "Register";
    public const string EvaluatorsTable = "Evaluators";
    public const string NotificationsTable = "Notifications";
    public const string IncomingContainer = "incoming";
    public const string DocumentsContainer = "documents";
    public const string RegisterContainer = "register";
    public const string AuditContainer = "audit";
    public const string RegisterLogContainer = "register-log";
    public const string FormKeysContainer = "form-keys";

    /// <summary>
    /// The prefix of operators' acts in <see cref="AuditContainer"/>; all other names there begin with an application's id.
    /// </summary>
    public const string OperatorActs = "operators/";

    /// <summary>The prefix of files with imported entries in <see cref="RegisterContainer"/>.</summary>
    public const string ImportedEntries = "imports/";

    /// <summary>The prefix of documents that are made of all entries in <see cref="RegisterContainer"/>.</summary>
    public const string RegisterDocuments = "documents/";

    public const string NotificationsQueue = "notifications";
    public const string ScanResultsQueue = "scan-results";

    /// <summary>The queues that trigger functions.</summary>
    public static IReadOnlyList<string> Queues { get; } = [NotificationsQueue, ScanResultsQueue];

    /// <summary>The queue to which the host moves a queue's messages that failed every try.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
