using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>
/// An application's complete result as lines of text, with times, ids, hashes, register numbers and the evaluator blanked: the application
/// and its audit events from the record, its register entry, the lists, and every related row, blob, letter and orchestration.
/// </summary>
/// <param name="Lines">The lines, unordered; duplicates count.</param>
internal sealed partial record Outcome(IReadOnlyList<string> Lines)
{
    /// <summary>Everything that exists at this moment, for all applications.</summary>
    public static async Task<Outcome> OfAllAsync(AppWorld world) => Of(await new Traces(world).LinesAsync());

    /// <summary>The result of one application.</summary>
    /// <param name="world">The application's world.</param>
    /// <param name="application">The application's id.</param>
    /// <param name="before">Everything that existed before it.</param>
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

    /// <summary>The lines that another outcome lacks or has less often.</summary>
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

    // The entry's number, the log's rows, and the code derived from the number; the size of a document that contains another title.
    [GeneratedRegex(
        """(?<="size": |"registration": \{ +"number": """
            + """|^entry \{"number":|"(reportingC|c)ode": ?"|Number |reporting code |^listed (\d+,)?|number\||blob register """
            + """|log (entry|row)\||"proof": ?"/api/register/)\d+"""
    )]
    private static partial Regex Number();

    // Ids break the tie between evaluators.
    [GeneratedRegex("evaluator-[0-9]|Evaluator (One|Two|Three|Four)")]
    private static partial Regex Evaluator();
}
