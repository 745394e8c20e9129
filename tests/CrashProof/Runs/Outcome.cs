using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>
/// All that one application has come to, as lines of text in which times, ids, hashes, the register's numbers and the evaluator are
/// blanked: the application and its audit events as the record has them, its entry on the register, the lists, and every row, blob,
/// letter and orchestration that came with it.
/// </summary>
/// <param name="Lines">In no order; two of the same are two things.</param>
internal sealed partial record Outcome(IReadOnlyList<string> Lines)
{
    /// <summary>Everything that is there at this moment, whose application it may be.</summary>
    public static async Task<Outcome> OfAllAsync(AppWorld world) => Of(await new Traces(world).LinesAsync());

    /// <summary>What one application has come to.</summary>
    /// <param name="world">Where it was.</param>
    /// <param name="application">Its id.</param>
    /// <param name="before">Everything that was there before it.</param>
    public static async Task<Outcome> OfAsync(AppWorld world, string application, Outcome before)
    {
        var registrar = new Person(world, "registrar");
        var record = JsonNode.Parse(await registrar.ReadAsync($"api/operations/applications/{application}/record"))!.AsObject();
        var title = (string)record["application"]!["content"]!["microCredential"]!["title"]!;
        var all = await OfAllAsync(world);
        return Of([
            $"application {record["application"]}",
            $"chain of events {record["chain"]}",
            .. record["events"]!.AsArray().Select(happened => $"event {happened}"),
            .. record["letters"]!.AsArray().Select(letter => $"notice {letter!["kind"]} {letter["recipient"]} {letter["subject"]}"),
            $"timeline {await registrar.ReadAsync($"api/applications/{application}/timeline")}",
            $"tasks {await registrar.ReadAsync($"api/tasks?application={application}")}",
            $"entry {await registrar.ReadAsync($"api/register/{record["application"]!["registration"]!["number"]}")}",
            .. (await registrar.ReadAsync("api/register.csv"))
                .Split('\n')
                .Where(line => line.Contains(title, StringComparison.Ordinal))
                .Select(line => $"listed {line}"),
            .. all.Beyond(before),
            .. before.Beyond(all).Select(gone => $"no more: {gone}"),
        ]);
    }

    /// <summary>The lines that are here and not, or not so often, in another.</summary>
    public IReadOnlyList<string> Beyond(Outcome other)
    {
        var left = other.Lines.CountBy(line => line).ToDictionary();
        return [.. Lines.Where(line => (left[line] = left.GetValueOrDefault(line) - 1) < 0)];
    }

    private static Outcome Of(IEnumerable<string> lines) => new([.. lines.Select(Blank)]);

    private static string Blank(string line)
    {
        var blanked = Identifier().Replace(Time().Replace(line.ReplaceLineEndings(" "), "<time>"), "<id>");
        return Evaluator().Replace(Number().Replace(blanked, "<number>"), "<evaluator>");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(T[\d:.]+(Z|\+00:00|\\u002B00:00)?)?")]
    private static partial Regex Time();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}")]
    private static partial Regex Identifier();

    // The entry's number, and the code made of it; how large a document is that says another title.
    [GeneratedRegex(
        """(?<="size": |"registration": \{ +"number": |^entry \{"number":|"(reportingC|c)ode": ?"|Number |reporting code |^listed (\d+,)?|number\||blob register )\d+"""
    )]
    private static partial Regex Number();

    // Which of them gets a task is the tie of ids.
    [GeneratedRegex("evaluator-[0-9]|Evaluator (One|Two|Three|Four)")]
    private static partial Regex Evaluator();
}
