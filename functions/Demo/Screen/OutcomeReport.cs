using MicroCred.Demo.Playing;
using Spectre.Console;

namespace MicroCred.Demo.Screen;

/// <summary>Reports the outcome of each case, and where to look next.</summary>
internal static class OutcomeReport
{
    public static void Write(IAnsiConsole console, IReadOnlyList<CaseState> cases, Uri url)
    {
        // A pipe gets whole lines of any length; a terminal gets a table that fits.
        if (console.Profile.Out.IsTerminal)
        {
            console.Write(Table(cases));
        }
        else
        {
            WriteLines(console, cases);
        }

        console.Profile.Out.Writer.WriteLine(Next(cases, url));
    }

    private static Table Table(IReadOnlyList<CaseState> cases)
    {
        var table = new Table().RoundedBorder().AddColumns("Case", "What became of it", "Reporting code", "Funding");
        foreach (var (state, outcome) in Ended(cases))
        {
            var style = new Style(outcome.AsExpected ? null : Color.Red);
            table.AddRow(
                new Text(state.Sample.Script.Name),
                new Text(outcome.Result, style),
                new Text(outcome.ReportingCode ?? ""),
                new Text(Funding(outcome))
            );
        }

        return table;
    }

    private static void WriteLines(IAnsiConsole console, IReadOnlyList<CaseState> cases)
    {
        foreach (var (state, outcome) in Ended(cases))
        {
            var code = outcome.ReportingCode is null ? "" : $", reporting code {outcome.ReportingCode}, funding: {Funding(outcome)}";
            console.Profile.Out.Writer.WriteLine(
                $"{(outcome.AsExpected ? "done" : "FAILED"), -6}  {state.Sample.Script.Name}: {outcome.Result}{code}"
            );
        }
    }

    private static string Next(IReadOnlyList<CaseState> cases, Uri url)
    {
        var entry = cases.Select(state => state.Outcome?.RegisterNumber).FirstOrDefault(number => number is not null);
        return $"""

            Where to look next
              {new Uri(url, "register")}  the register
              {new Uri(url, $"register/{entry ?? 1}")}  one entry
              {new Uri(url, $"api/register/{entry ?? 1}")}  the same for programs
              {new Uri(url, "statistics")}  the paper's two tables over it
              {new Uri(url, "start")}  sign in, as MITO to write an application, or as Registrar to oversee all
              {new Uri(url, "api/openapi.json")}  every call
              {new Uri(url, "api/health")}  how the app is
            """;
    }

    private static IEnumerable<(CaseState State, CaseOutcome Outcome)> Ended(IEnumerable<CaseState> cases) =>
        cases.Where(state => state.Outcome is not null).Select(state => (state, state.Outcome!));

    private static string Funding(CaseOutcome outcome) =>
        outcome switch
        {
            { Funding: { } funding } => funding,
            { ReportingCode: not null } => "not asked for",
            _ => "",
        };
}
