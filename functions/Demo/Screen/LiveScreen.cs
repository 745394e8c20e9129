using MicroCred.Demo.Playing;
using Spectre.Console;

namespace MicroCred.Demo.Screen;

/// <summary>Shows a table that is updated in place, for a terminal.</summary>
internal sealed class LiveScreen(IAnsiConsole console) : IScreen
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    public Task ShowAsync(IReadOnlyList<CaseState> cases, Func<Action<CaseState>, Task> play) =>
        console
            .Live(Draw(cases))
            .StartAsync(async live =>
            {
                var playing = play(_ => { });
                while (!playing.IsCompleted)
                {
                    live.UpdateTarget(Draw(cases));
                    await Task.WhenAny(playing, Task.Delay(Frame));
                }

                live.UpdateTarget(Draw(cases));
                await playing;
            });

    private static Table Draw(IReadOnlyList<CaseState> cases)
    {
        var table = new Table().RoundedBorder().AddColumns("Case", "Stage").AddColumn(new TableColumn("Elapsed").RightAligned());
        foreach (var state in cases)
        {
            table.AddRow(
                new Text(state.Sample.Script.Name),
                new Text(state.Stage, Colour(state)),
                new Text($"{state.Elapsed.TotalSeconds:0.0} s")
            );
        }

        return table;
    }

    private static Style Colour(CaseState state) =>
        state.Outcome switch
        {
            null => state.Elapsed == TimeSpan.Zero ? new Style(Color.Grey) : new Style(Color.Yellow),
            { AsExpected: true } => new Style(Color.Green),
            _ => new Style(Color.Red),
        };
}
