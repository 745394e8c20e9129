using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Where things are on this site.</summary>
internal static class Links
{
    public const string Home = "/";

    public const string Start = "/start";

    public const string Account = "/account";

    public const string About = "/about";

    public const string ServiceStatus = "/status";

    public const string SignOut = "/.auth/logout?post_logout_redirect_uri=/";

    public const string Register = "/register";

    public const string Statistics = "/statistics";

    public const string RegisterCsv = "/api/register.csv";

    public const string StatisticsData = "/api/register/statistics";

    public const string Verify = "/verify";

    public const string LogHead = "/api/register/log/head";

    public const string PublicKeys = "/.well-known/jwks.json";

    public const string StatisticsCsv = "/api/register/statistics.csv";

    public const string OpenApi = "/api/openapi.json";

    public const string Applications = "/applications";

    public const string NewApplication = "/applications/new";

    public const string Package = "/applications/package";

    public const string Tasks = "/tasks";

    public const string Oversight = "/oversight";

    public const string RulesTrial = "/rules/trial";

    public const string Import = "/oversight/import";

    public const string Notifications = "/account/notifications";

    public const string Evaluators = "/evaluators";

    public const string Referrals = "/referrals";

    public static string Application(ApplicationId id) => $"{Applications}/{id}";

    public static string Section(ApplicationId id, string section) => $"{Applications}/{id}/edit/{section}";

    public static string Check(ApplicationId id) => $"{Applications}/{id}/check";

    public static string Submit(ApplicationId id) => $"{Applications}/{id}/submit";

    public static string Answer(ApplicationId id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Applications}/{id}/answer/{number}");

    public static string Withdraw(ApplicationId id) => $"{Applications}/{id}/withdraw";

    public static string Delete(ApplicationId id) => $"{Applications}/{id}/delete";

    public static string Copy(ApplicationId id) => $"{Applications}/{id}/copy";

    public static string Change(ApplicationId id) => $"{Applications}/{id}/change";

    public static string Review(ApplicationId id) => $"{Applications}/{id}/review";

    public static string Deliver(int number) => string.Create(CultureInfo.InvariantCulture, $"{Applications}/deliver/{number}");

    public static string Letters(ApplicationId id) => $"{Applications}/{id}/letters";

    public static string Letter(ApplicationId id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/applications/{id}/letters/{number}");

    public static string Reconsider(ApplicationId id) => $"{Applications}/{id}/reconsider";

    public static string Changes(ApplicationId id) => $"{Applications}/{id}/changes";

    public static string ExtendRequest(ApplicationId id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Applications}/{id}/questions/{number}/extend");

    public static string LapseRequest(ApplicationId id, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Applications}/{id}/questions/{number}/close");

    public static string Record(ApplicationId id) => $"{Applications}/{id}/record";

    public static string Document(ApplicationId id, string document) => $"/api/applications/{id}/documents/{document}";

    public static string Task(TaskId id) => $"{Tasks}/{id}";

    public static string Decide(TaskId id) => $"{Tasks}/{id}/decide";

    public static string Conflict(TaskId id) => $"{Tasks}/{id}/conflict";

    public static string Release(TaskId id) => $"{Tasks}/{id}/release";

    public static string Extend(TaskId id) => $"{Tasks}/{id}/extend";

    public static string Assign(TaskId id) => $"{Tasks}/{id}/assign";

    public static string Evaluator(string id) => $"{Evaluators}/{Uri.EscapeDataString(id)}";

    /// <summary>An address with the word that says what was just done there.</summary>
    public static string Done(string address, string what) => $"{address}?done={what}";

    public static string Entry(RegisterEntry entry) => Entry(entry.Number);

    public static string Entry(int number) => string.Create(CultureInfo.InvariantCulture, $"{Register}/{number}");

    public static string EntryData(RegisterEntry entry) => string.Create(CultureInfo.InvariantCulture, $"/api/register/{entry.Number}");

    public static string EntryBadge(RegisterEntry entry) => $"{EntryData(entry)}/badge";

    public static string VerifyEntry(RegisterEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{Verify}?entry={entry.Number}");

    public static string Asset(string name) => Assets.PathOf(name);
}
