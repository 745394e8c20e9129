using MicroCred.Demo.Cases;
using MicroCred.Demo.Playing;
using MicroCred.Demo.Screen;
using Spectre.Console;

namespace MicroCred.Demo.Tests.Screen;

public sealed class ScreenTests : IDisposable
{
    private readonly StringWriter _written = new();
    private readonly IReadOnlyList<CaseState> _cases = [.. SampleCases.All.Take(2).Select(sample => new CaseState(sample))];

    public void Dispose() => _written.Dispose();

    [Fact]
    public async Task A_terminal_shows_every_case_with_its_stage()
    {
        await new LiveScreen(Console(AnsiSupport.Yes)).ShowAsync(_cases, PlayAsync);

        Assert.All(_cases, state => Assert.Contains(state.Sample.Script.Name.Split(',')[0], _written.ToString(), StringComparison.Ordinal));
        Assert.Contains("on the register", _written.ToString(), StringComparison.Ordinal);
        Assert.Contains("failed", _written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_a_line_a_change()
    {
        await new PlainScreen(Console(AnsiSupport.No)).ShowAsync(_cases, PlayAsync);

        Assert.Equal(
            [
                "StartUp Ignition: being validated",
                "StartUp Ignition: on the register",
                "StartUp Accelerate, automotive engineering: failed",
            ],
            Lines().Select(line => line[(line.IndexOf(" s  ", StringComparison.Ordinal) + 4)..])
        );
    }

    [Fact]
    public async Task A_report_tells_what_became_of_each_case_and_where_to_look_next()
    {
        await PlayAsync(_ => { });

        OutcomeReport.Write(Console(AnsiSupport.No), _cases, new Uri("http://localhost:7071"));

        Assert.Contains("done    StartUp Ignition: on the register, reporting code 5003, funding: Eligible", Lines());
        Assert.Contains("FAILED  StartUp Accelerate, automotive engineering: it went wrong", Lines());
        Assert.Contains("  http://localhost:7071/register/5003  one entry", Lines());
    }

    private Task PlayAsync(Action<CaseState> changed)
    {
        _cases[0].Enter("being validated");
        changed(_cases[0]);
        _cases[0].End(new(AsExpected: true, "on the register", "5003", 5003, "Eligible"));
        changed(_cases[0]);
        _cases[1].End(CaseOutcome.Failed("it went wrong"));
        changed(_cases[1]);
        return Task.CompletedTask;
    }

    private IAnsiConsole Console(AnsiSupport ansi) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, Out = new AnsiConsoleOutput(_written) });

    private string[] Lines() => _written.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
