using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>All possible runs: every request of the happy path cut in every way, and every victim killed at every tenth.</summary>
internal static class Plan
{
    private const int KilledAtEvery = 10;

    public static IReadOnlyList<Disturbance> All(Undisturbed undisturbed) =>
        [.. undisturbed.Requests.Index().SelectMany(request => Of(request.Index + 1, request.Item.Name, request.Item.Ordinal))];

    /// <summary>A number of them, the same for the same seed, including a kill of each victim.</summary>
    public static IReadOnlyList<Disturbance> Some(Undisturbed undisturbed, int count, int seed)
    {
        var shuffled = All(undisturbed).ToArray();
        new Random(seed).Shuffle(shuffled);
        return
        [
            .. Enum.GetValues<Victim>()
                .Select(victim => shuffled.First(disturbance => disturbance.Kill == victim))
                .Concat(shuffled.Where(disturbance => disturbance.Kill is null))
                .Take(count),
        ];
    }

    private static IEnumerable<Disturbance> Of(int n, RequestName name, int ordinal)
    {
        foreach (var kind in Enum.GetValues<CutKind>())
        {
            yield return new Disturbance(n, name, ordinal, kind, Kill: null);
        }

        if (n % KilledAtEvery != 0)
        {
            yield break;
        }

        foreach (var victim in Enum.GetValues<Victim>())
        {
            yield return new Disturbance(n, name, ordinal, n / KilledAtEvery % 2 == 0 ? CutKind.Before : CutKind.AnswerLost, victim);
        }
    }
}
