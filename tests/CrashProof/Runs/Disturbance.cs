using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The disturbance of one run: the request that is cut, how, and the processes killed at that moment.</summary>
/// <param name="N">The request's number in the happy path, from 1.</param>
/// <param name="Name">The request's name.</param>
/// <param name="Ordinal">Its number among requests with the same name, from 1.</param>
/// <param name="Kind">How it is cut.</param>
/// <param name="Kill">The processes to kill with it; null for none.</param>
internal sealed record Disturbance(int N, RequestName Name, int Ordinal, CutKind Kind, Victim? Kill)
{
    /// <summary>The class it is counted in.</summary>
    public string Class => Kill is { } victim ? $"kill -9 of {victim}" : $"{Kind}";

    public int Hosts => Kill == Victim.OneOfTwoHosts ? 2 : 1;

    // A client's retries would recover from a single broken connection; in every second cut the retries are cut too, until it gives up.
    private bool CutsRetriesToo => Kind != CutKind.Slow && Kill is null && (N + (int)Kind) % 2 == 0;

    /// <summary>The cut to set in a world.</summary>
    public Cut In(AppWorld world) =>
        new(Name, Ordinal, Kind)
        {
            OfRetriesToo = CutsRetriesToo,
            Then = () => Kill is { } victim ? world.KillAsync(victim) : Task.CompletedTask,
        };

    public override string ToString() =>
        $"{N, 3}  {Name} #{Ordinal}  {Kind}{(CutsRetriesToo ? ", retries too" : "")}{(Kill is null ? "" : $", {Class}")}";
}
