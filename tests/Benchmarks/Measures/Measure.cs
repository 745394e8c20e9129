namespace MicroCred.Benchmarks.Measures;

/// <summary>Something that can be measured.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Says">What it is about.</param>
/// <param name="Take">Measures it.</param>
internal sealed record Measure(string Name, string Says, Func<Bench, Task> Take)
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("requests", "Storage requests of one application, by service and by stage", StorageRequests.Take),
        new("throughput", "Applications a second from submission to Published, and its floor", Throughput.Take),
        new("decision", "From a decision posted to the status being read", DecisionLatency.Take),
        new("activities", "A bare orchestration of five activities in sequence", FiveActivities.Take),
        new("replay", "Going on with an orchestration that has a long history", Replay.Take),
        new("waiting", "Memory and processor time under applications that wait", WaitingApplications.Take),
        new("finished", "The next application after many finished ones", FinishedApplications.Take),
        new("start", "From the process's start to its first answer", StartUp.Take),
    ];
}
