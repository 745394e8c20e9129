namespace MicroCred.Benchmarks.Measures;

/// <summary>A benchmark.</summary>
/// <param name="Name">Its name on the command line, and its section in the page.</param>
/// <param name="Says">Its description.</param>
/// <param name="Take">Runs it and returns the conditions.</param>
internal sealed record Measure(string Name, string Says, Func<Bench, Task<string>> Take)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("throughput", "How many applications a second go from submission to Published.", Throughput.TakeAsync),
        new(
            "latency",
            "How long people wait: until a submission is with an evaluator, and until a decision is on the register.",
            Latency.TakeAsync
        ),
        new("requests", "What one application costs in storage requests, from submission to Published.", StorageRequests.TakeAsync),
        new("rounds", "What an evaluation costs in storage requests where it takes more than findings and a decision.", Rounds.TakeAsync),
        new("idle", "What storage is asked while nobody does anything.", Idle.TakeAsync),
        new("two-hosts", "Two hosts on one storage: how long until a decision told to one of them is on the register.", TwoHosts.TakeAsync),
        new("kill", "Two hosts on one storage, one of them killed while submissions are on their way.", Kill.TakeAsync),
        new("waiting", "What host and worker need at rest, and under applications that wait for their evaluators.", Waiting.TakeAsync),
        new("finished", "Whether the next application takes longer where many have been finished before it.", Finished.TakeAsync),
        new(
            "inspection",
            "How much processor time it takes to look into a document, those made to take much above all.",
            Inspection.TakeAsync
        ),
        new("pages", "How long people wait for a page where there are many applications.", Pages.TakeAsync),
        new("register", "How long readers of a large register wait, and what it takes to serve them.", Register.TakeAsync),
        new("start", "How long from starting the host until the app answers.", StartUp.TakeAsync),
    ];
}
