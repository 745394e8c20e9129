using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>Plays a few cases in parallel; one that fails doesn't stop the others.</summary>
internal static class Performance
{
    private const int AtOnce = 4;

    public static Task PlayAsync(
        CasePlayer player,
        IEnumerable<CaseState> cases,
        Action<CaseState> changed,
        CancellationToken cancellationToken
    ) =>
        Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (state, cancelled) =>
            {
                state.Begin();
                state.End(await OutcomeAsync(player, state, changed, cancelled));
                changed(state);
            }
        );

    private static async Task<CaseOutcome> OutcomeAsync(
        CasePlayer player,
        CaseState state,
        Action<CaseState> changed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await player.PlayAsync(state.Sample, Enter, cancellationToken);
        }
        catch (Exception fault) when (fault is ApiFault or TimeoutException)
        {
            return CaseOutcome.Failed($"while {state.Stage}: {fault.Message}");
        }

        void Enter(string stage)
        {
            state.Enter(stage);
            changed(state);
        }
    }
}
