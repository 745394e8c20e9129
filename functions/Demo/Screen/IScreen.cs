using MicroCred.Demo.Playing;

namespace MicroCred.Demo.Screen;

/// <summary>Shows cases while they are played.</summary>
internal interface IScreen
{
    /// <summary>Runs the play and shows its progress until it ends.</summary>
    /// <param name="cases">The cases, in display order.</param>
    /// <param name="play">Plays the cases and calls back whenever one changes.</param>
    Task ShowAsync(IReadOnlyList<CaseState> cases, Func<Action<CaseState>, Task> play);
}
