using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>What happens to one run: which request is cut and how, and what is killed at that moment.</summary>
/// <param name="N">Which of the happy path's requests it is, from 1.</param>
/// <param name="Name">What that request does.</param>
/// <param name="Ordinal">Which of those that do the same, from 1.</param>
/// <param name="Kind">How it is cut.</param>
/// <param name="Kill">What is killed with it; null where nothing is.</param>
internal sealed record Disturbance(int N, RequestName Name, int Ordinal, CutKind Kind, Victim? Kill)
{
    /// <summary>What it is counted as.</summary>
    public string Class => Kill is { } victim ? $"kill -9 of {victim}" : $"{Kind}";

    public int Hosts => Kill == Victim.OneOfTwoHosts ? 2 : 1;

    // A client's own retries would mend a single broken connection; of every second cut they are cut too, until it gives up.
    private bool CutsRetriesToo => Kind != CutKind.Slow && Kill is null && (N + (int)Kind) % 2 == 0;

    /// <summary>The cut, to be set in a world.</summary>
    public Cut In(AppWorld world) =>
        new(Name, Ordinal, Kind)
        {
            OfRetriesToo = CutsRetriesToo,
            Then = () => Kill is { } victim ? world.KillAsync(victim) : Task.CompletedTask,
        };

    public override string ToString() =>
        $"{N, 3}  {Name} #{Ordinal}  {Kind}{(CutsRetriesToo ? ", retries too" : "")}{(Kill is null ? "" : $", {Class}")}";
}
