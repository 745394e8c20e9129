using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>
/// All that one application has come to, as lines of text in which times, ids and hashes are blanked: the application and its audit events
/// as the record has them, its entry on the register, the lists, every row, blob and message that is kept, and the letters.
/// </summary>
internal sealed partial record Outcome(IReadOnlyList<string> Lines)
{
    public static async Task<Outcome> OfAsync(AppWorld world, string application)
    {
        var registrar = new Person(world, "registrar");
        var record = JsonNode.Parse(await registrar.ReadAsync($"api/operations/applications/{application}/record"))!.AsObject();
        var number = (int?)record["application"]!["registerNumber"] ?? 0;
        var traces = new Traces(world);
        IEnumerable<string> lines =
        [
            $"application {record["application"]}",
            $"chain of events {record["chain"]}",
            .. record["events"]!.AsArray().Select(happened => $"event {happened}"),
            .. record["letters"]!.AsArray().Select(letter => $"notice {letter!["kind"]} {letter["recipient"]} {letter["subject"]}"),
            $"timeline {await registrar.ReadAsync($"api/applications/{application}/timeline")}",
            $"tasks {await registrar.ReadAsync($"api/tasks?application={application}")}",
            $"applications {await registrar.ReadAsync("api/applications")}",
            $"entry {(number == 0 ? "none" : await registrar.ReadAsync($"api/register/{number}"))}",
            $"register {await registrar.ReadAsync("api/register.csv")}",
            .. await traces.LinesAsync(),
            .. traces.Letters(),
        ];
        return new Outcome([.. lines.Select(Blank).Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is in one and not in the other; empty where they are the same.</summary>
    public string Against(Outcome expected)
    {
        var lost = Counts(expected).Select(line => (line.Key, Left: line.Value - Counts(this).GetValueOrDefault(line.Key))).Where(line => line.Left > 0);
        var added = Counts(this).Select(line => (line.Key, Left: line.Value - Counts(expected).GetValueOrDefault(line.Key))).Where(line => line.Left > 0);
        return string.Join('\n', lost.Select(line => $"- {line.Left} × {line.Key}").Concat(added.Select(line => $"+ {line.Left} × {line.Key}")));
    }

    private static Dictionary<string, int> Counts(Outcome outcome) => outcome.Lines.CountBy(line => line).ToDictionary();

    private static string Blank(string line) =>
        Evaluator().Replace(Digest().Replace(Identifier().Replace(Time().Replace(line.ReplaceLineEndings(" "), "<time>"), "<id>"), "<hash>"), "<evaluator>");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(T[\d:.]+(Z|\+00:00)?)?")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Identifier();

    [GeneratedRegex("[0-9a-f]{16,}")]
    private static partial Regex Digest();

    // Which of them gets a task is the tie of ids.
    [GeneratedRegex("evaluator-[0-9]|Evaluator (One|Two|Three|Four)")]
    private static partial Regex Evaluator();
}
