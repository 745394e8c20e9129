using System.Globalization;
using MicroCred.App.Storage;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.App.Tests.Cost;

/// <summary>The tables of <c>docs/capacity.md</c>, computed from the counts and from the page's own assumptions.</summary>
internal sealed class CapacitySheet(CountedApplication counted, IReadOnlyDictionary<string, double> assumed)
{
    private const double SecondsInAMonth = 30 * 24 * 3600;

    private static readonly string[] Services = ["table", "queue", "blob write", "blob read", "blob delete"];

    private static readonly (string Name, double Applications, double Readings)[] Scales =
    [
        ("400 providers, two applications each", 800, 2e6),
        ("a country of five million", 5_000, 5e7),
        ("a hundred times that", 500_000, 5e9),
    ];

    public IEnumerable<string> Tables => [Requests(), Money(), Month(), Limits()];

    private IReadOnlyList<RequestName> All => [.. counted.Drafting, .. counted.Pipeline, .. counted.Evaluator];

    /// <summary>Polls that find a message: one for each message deleted.</summary>
    private int Looks => All.Count(name => name is { Service: StorageService.Queue, Method: "DELETE" });

    /// <summary>The provider's and the evaluator's calls, letters, activities, and turns.</summary>
    private int Executions => CountedApplication.Calls + CountedApplication.Letters + counted.Activities + counted.Turns;

    private string Requests()
    {
        Rows rows = new("| one application | table | queue | blob write | blob read | blob delete | together |", 6);
        foreach (
            (var name, var part) in new (string, IEnumerable<RequestName>)[]
            {
                ("drafting, three documents", counted.Drafting),
                ("submission to Published, the app's", counted.Pipeline.Where(name => !name.IsTheEngines)),
                ("submission to Published, the engine's", counted.Pipeline.Where(name => name.IsTheEngines)),
                ("evaluator's own calls", counted.Evaluator),
                ("together", All),
            }
        )
        {
            rows.Add(name, [.. Services.Select(service => Whole(Of(part, service))), Whole(part.Count())]);
        }

        rows.Add("looks into queues that find something", ["0", Whole(Looks), "0", "0", "0", Whole(Looks)]);
        return rows.ToString();
    }

    private string Money()
    {
        var storage = All.Sum(Price) + (Looks * Per10000("queue"));
        var compute = Executions * ((assumed["price: execution"] / 1e6) + (assumed["GB of an instance"] * assumed["price: GB-second"]));
        var scans = 3 * 0.002 * assumed["price: scan"];
        Rows rows = new("| a thousand applications | US$ |", 1);
        rows.Add($"{Whole(All.Count + Looks)} storage requests each", [Cents(1000 * storage)]);
        rows.Add($"{Whole(Executions)} executions each", [Cents(1000 * compute)]);
        rows.Add("documents scanned, 2 MB each", [Cents(1000 * scans)]);
        rows.Add("together", [Cents(1000 * (storage + compute + scans))]);
        return rows.ToString();
    }

    private string Month()
    {
        Rows rows = new("| a month in which nobody does anything, in US$ | no instance running | two instances |", 2);
        double requests = 0;
        foreach (var service in new[] { "table", "queue", "blob write", "blob read" })
        {
            var cost = assumed[$"at rest: {service}"] * SecondsInAMonth * Per10000(service);
            requests += cost;
            rows.Add($"storage: {service}", ["0.00", Cents(cost)]);
        }

        var alwaysReady = 2 * assumed["GB of an instance"] * SecondsInAMonth * assumed["price: GB-second, always ready"];
        rows.Add("instances that are always ready", ["0.00", Cents(alwaysReady)]);
        rows.Add("Defender for the account", [Cents(assumed["price: account"]), Cents(assumed["price: account"])]);
        rows.Add("together", [Cents(assumed["price: account"]), Cents(requests + alwaysReady + assumed["price: account"])]);
        return rows.ToString();
    }

    private string Limits()
    {
        var requests = All.Count + Looks;
        var underwayRows = All.Count(name =>
            name.Resource.Contains(StorageNames.UnderwayTable, StringComparison.Ordinal) && name.Method != "GET"
        );
        var messages = All.Count(name => name.Method == "POST" && name.Resource.Contains("-control-", StringComparison.Ordinal));
        Rows rows = new(
            "| in the busiest hour of a year | applications a second "
                + "| account, of 20,000 requests/s | partition of `Underway`, of 500 transactions/s "
                + "| control queue, of 2,000 messages/s | readings of the register a second | register in memory after ten years |",
            6
        );
        foreach ((var name, var applications, var readings) in Scales)
        {
            var rate = applications * assumed["share of a year in its busiest hour"] / 3600;
            rows.Add(
                $"{name}: {Whole(applications)} applications and {Whole(readings)} readings a year",
                [
                    rate.ToString("0.0000", CultureInfo.InvariantCulture),
                    Share(rate * requests / 20_000),
                    Share(rate * underwayRows / 500),
                    Share(rate * messages / 2_000),
                    (readings * assumed["share of a year in its busiest hour"] / 3600).ToString("0", CultureInfo.InvariantCulture),
                    $"{10 * applications * counted.EntryBytes * 3 / 1e6:0} MB",
                ]
            );
        }

        rows.Add(
            "where the limit is, in applications a second",
            ["", Whole(20_000d / requests), Whole(500d / underwayRows), Whole(2_000d / messages), "", ""]
        );
        return rows.ToString();
    }

    private double Price(RequestName name) => ServiceOf(name) is var service && service == "blob delete" ? 0 : Per10000(service);

    private double Per10000(string service) => assumed[$"price: {service}"] / 10_000;

    private static string ServiceOf(RequestName name) =>
        (name.Service, name.Method) switch
        {
            (StorageService.Table, _) => "table",
            (StorageService.Queue, _) => "queue",
            (_, "DELETE") => "blob delete",
            (_, "GET" or "HEAD") => "blob read",
            _ => "blob write",
        };

    private static int Of(IEnumerable<RequestName> names, string service) => names.Count(name => ServiceOf(name) == service);

    private static string Whole(double number) => Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Cents(double dollars) => dollars.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0000 %", CultureInfo.InvariantCulture);

    /// <summary>Builds a table.</summary>
    private sealed class Rows(string head, int columns)
    {
        private readonly List<string> _lines = [head, "|---|" + string.Concat(Enumerable.Repeat("---:|", columns))];

        public void Add(string name, IReadOnlyList<string> cells) => _lines.Add($"| {name} | {string.Join(" | ", cells)} |");

        public override string ToString() => string.Join('\n', _lines);
    }
}
