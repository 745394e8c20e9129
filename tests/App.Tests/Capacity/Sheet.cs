using System.Globalization;

namespace MicroCred.App.Tests.Capacity;

/// <summary>The tables of <c>docs/capacity.md</c>, from what was counted and from the assumptions that the document itself states.</summary>
internal sealed class Sheet(Counted counted, IReadOnlyDictionary<string, double> assumed)
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

    private double EngineRequests =>
        assumed["engine: start and end"] + (counted.Activities * assumed["engine: activity"])
        + (Counted.Events * assumed["engine: event"]) + (Counted.Timers * assumed["engine: timer"]);

    /// <summary>As the scheduler counts: the start, each activity and its result, each event.</summary>
    private int Actions => 1 + (2 * counted.Activities) + Counted.Events;

    private double AppRequests => counted.App.Count() + (2 * counted.Letters);

    private double Executions => counted.Invocations + counted.Turns;

    private string Requests()
    {
        Rows rows = new("| one application | table | queue | blob write | blob read | blob delete | together |", 6);
        foreach ((string name, IReadOnlyList<SentRequest> part) in new[]
        {
            ("drafting, three documents", counted.Drafting), ("pipeline, submission to Published", counted.Pipeline), ("evaluator's own calls", counted.Evaluator),
        })
        {
            rows.Add(name, [.. Services.Select(service => Whole(Of(part, service))), Whole(part.Count)]);
        }

        rows.Add("letters fetched and removed", ["0", Whole(2 * counted.Letters), "0", "0", "0", Whole(2 * counted.Letters)]);
        rows.Add("the app in all", [.. Services.Select(service => Whole(Of(counted.App, service) + (service == "queue" ? 2 * counted.Letters : 0))), Whole(AppRequests)]);
        rows.Add("the engine, on Azure Storage", ["", "", "", "", "", Whole(EngineRequests)]);
        rows.Add("the engine, on the scheduler", ["", "", "", "", "", $"{Actions} actions"]);
        return rows.ToString();
    }

    private string Money()
    {
        double storage = counted.App.Sum(Price) + (2 * counted.Letters * Per10000("queue"));
        double compute = Executions * ExecutionPrice;
        double onStorage = EngineRequests * Per10000("table");
        double onScheduler = Actions * assumed["price: action"] / 1e6;
        Rows rows = new("| a thousand applications, in US$ | on Azure Storage | on the scheduler |", 2);
        rows.Add("storage, the app's", [Cents(1000 * storage), Cents(1000 * storage)]);
        rows.Add("the engine", [Cents(1000 * onStorage), Cents(1000 * onScheduler)]);
        rows.Add($"{Whole(Executions)} executions each", [Cents(1000 * compute), Cents(1000 * compute)]);
        rows.Add("documents scanned, 2 MB each", [Cents(1000 * 3 * 0.002 * assumed["price: scan"]), Cents(1000 * 3 * 0.002 * assumed["price: scan"])]);
        rows.Add("together", [Cents(1000 * (storage + onStorage + compute) + (6 * assumed["price: scan"])), Cents(1000 * (storage + onScheduler + compute) + (6 * assumed["price: scan"]))]);
        return rows.ToString();
    }

    private string Month()
    {
        double sweeps = SecondsInAMonth / 60;
        double listening = 2 * SecondsInAMonth / assumed["seconds between looks into a queue"] * Per10000("queue");
        double timers = sweeps * ((4 * Per10000("blob write")) + (2 * Per10000("table")) + (4 * Per10000("queue")));
        double computed = Math.Max(0, (sweeps * assumed["GB of an instance"]) - assumed["free GB-seconds"]) * assumed["price: GB-second"];
        double engine = (2 * SecondsInAMonth / 30 * Per10000("queue")) + (2 * SecondsInAMonth / 10 * Per10000("table"));
        Rows rows = new("| a month in which nobody does anything, in US$ | on Azure Storage | on the scheduler |", 2);
        rows.Add("two queues looked into", [Cents(listening), Cents(listening)]);
        rows.Add("each minute's sweep and measurements", [Cents(timers), Cents(timers)]);
        rows.Add("their executions, together a second at least", [Cents(computed), Cents(computed)]);
        rows.Add("the engine's queues and leases", [Cents(engine), "0.00"]);
        rows.Add("Defender for the account", [Cents(assumed["price: account"]), Cents(assumed["price: account"])]);
        double common = listening + timers + computed + assumed["price: account"];
        rows.Add("together", [Cents(common + engine), Cents(common)]);
        return rows.ToString();
    }

    private string Limits()
    {
        Rows rows = new("| in the busiest hour of a year | applications a second | account, of 20,000 requests/s | partition of `Underway`, of 2,000 rows/s | control queue, of 2,000 messages/s | readings of the register a second | register in memory after ten years |", 6);
        foreach ((string name, double applications, double readings) in Scales)
        {
            double rate = applications * assumed["share of a year in its busiest hour"] / 3600;
            rows.Add($"{name}: {Whole(applications)} applications and {Whole(readings)} readings a year",
            [
                rate.ToString("0.0000", CultureInfo.InvariantCulture),
                Share(rate * (AppRequests + EngineRequests) / 20_000),
                Share(rate * counted.UnderwayRows / 2_000),
                Share(rate * (counted.Turns + Counted.Timers) / 2_000),
                (readings * assumed["share of a year in its busiest hour"] / 3600).ToString("0", CultureInfo.InvariantCulture),
                $"{10 * applications * counted.EntryBytes * 3 / 1e6:0} MB",
            ]);
        }

        rows.Add("where the limit is, in applications a second",
        [
            "", Whole(20_000 / (AppRequests + EngineRequests)), Whole(2_000d / counted.UnderwayRows), Whole(2_000d / (counted.Turns + Counted.Timers)), "", "",
        ]);
        return rows.ToString();
    }

    private double ExecutionPrice => (assumed["price: execution"] / 1e6) + (assumed["GB of an instance"] * assumed["price: GB-second"]);

    private double Price(SentRequest request) => request.Service == "blob delete" ? 0 : Per10000(request.Service);

    private double Per10000(string service) => assumed[$"price: {service}"] / 10_000;

    private static int Of(IEnumerable<SentRequest> requests, string service) => requests.Count(request => request.Service == service);

    private static string Whole(double number) => Math.Round(number).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Cents(double dollars) => dollars.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.0000 %", CultureInfo.InvariantCulture);

    /// <summary>A table in the making.</summary>
    private sealed class Rows(string head, int columns)
    {
        private readonly List<string> _lines = [head, "|---|" + string.Concat(Enumerable.Repeat("---:|", columns))];

        public void Add(string name, IReadOnlyList<string> cells) => _lines.Add($"| {name} | {string.Join(" | ", cells)} |");

        public override string ToString() => string.Join('\n', _lines);
    }
}
