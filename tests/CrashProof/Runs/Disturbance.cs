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
    public int Hosts => Kill == Victim.OneOfTwoHosts ? 2 : 1;

    /// <summary>Messages that the app's own queue has given out and whose delivery is lost come back after ten minutes: the queue extension sets that.</summary>
    public bool TakesTenMinutes =>
        (Kind != CutKind.Slow || Kill is not null) && Name.Service == StorageService.Queue && Name.Resource.StartsWith("notifications/messages", StringComparison.Ordinal)
        && Name.Method != "POST";

    /// <summary>The cut, to be set in a world.</summary>
    public Cut In(AppWorld world) => new(Name, Ordinal, Kind)
    {
        // The client's own retries would mend a single broken connection; half of all requests are broken until it gives up.
        OfRetriesToo = Kind != CutKind.Slow && Kill is null && N % 2 == 0,
        Then = () => Kill is { } victim ? world.KillAsync(victim) : Task.CompletedTask,
    };

    public override string ToString() => $"{N,3}  {Name} #{Ordinal}  {Kind}{(Kill is null ? "" : $", kill -9 of {Kill}")}";
}
