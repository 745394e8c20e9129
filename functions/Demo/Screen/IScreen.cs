using MicroCred.Demo.Playing;

namespace MicroCred.Demo.Screen;

/// <summary>Shows cases while they are played.</summary>
internal interface IScreen
{
    /// <summary>Runs the play and shows its progress until it is over.</summary>
    /// <param name="cases">The cases, in the order to show them in.</param>
    /// <param name="play">Plays them; calls back whenever a case changes.</param>
    Task ShowAsync(IReadOnlyList<CaseState> cases, Func<Action<CaseState>, Task> play);
}
