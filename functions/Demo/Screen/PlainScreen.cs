using MicroCred.Demo.Playing;
using Spectre.Console;

namespace MicroCred.Demo.Screen;

/// <summary>Prints one line for each change, for a file or a pipe.</summary>
internal sealed class PlainScreen(IAnsiConsole console) : IScreen
{
    public Task ShowAsync(IReadOnlyList<CaseState> cases, Func<Action<CaseState>, Task> play) =>
        play(state =>
            console.Profile.Out.Writer.WriteLine($"{state.Elapsed.TotalSeconds, 6:0.0} s  {state.Sample.Script.Name}: {state.Stage}")
        );
}
