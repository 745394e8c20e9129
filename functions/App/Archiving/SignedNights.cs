using System.Collections.Concurrent;
using MicroCred.App.Signing;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// The nights in the archive, each a file signed with the app's key. A file without that signature doesn't count, whatever its name.
/// </summary>
internal sealed class SignedNights(Archive archive, Jws jws)
{
    private const string Type = "microcred-night";
    private const int ReadsAtOnce = 8;

    /// <summary>Reads all of them. One storage request each.</summary>
    /// <param name="names">The names of all files in the archive.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<SignedArchive> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        ConcurrentBag<SignedNight> nights = [];
        await Parallel.ForEachAsync(
            names.Where(Archive.IsNight),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (name, cancellationToken) =>
            {
                if (await OpenAsync(name, cancellationToken) is { } night)
                {
                    nights.Add(night);
                }
            }
        );
        return new SignedArchive(nights);
    }

    /// <summary>The latest; null where there is none yet.</summary>
    public async Task<ArchiveNight?> LatestAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await archive.NightsBackwardsAsync(cancellationToken))
        {
            if (await OpenAsync(name, cancellationToken) is { Night: var night })
            {
                return night;
            }
        }

        return null;
    }

    /// <summary>Signs a night as the successor of the previous one and archives it.</summary>
    /// <returns>The night as signed.</returns>
    public async Task<SignedNight> AddAsync(ArchiveNight night, SignedNight? previous, CancellationToken cancellationToken)
    {
        var next = night with { Number = (previous?.Night.Number ?? 0) + 1, Previous = previous?.Sha256 ?? AuditChain.Origin };
        while (await archive.ReadAsync(Archive.NameOfNight(next.At), cancellationToken) is not null)
        {
            next = next with { At = next.At.AddTicks(1) };
        }

        var name = Archive.NameOfNight(next.At);
        var signed = await jws.SignAsync(Type, next.ToBytes(), cancellationToken);
        await archive.AddNightAsync(name, signed, cancellationToken);
        return new SignedNight(name, Archive.HashOf(BinaryData.FromString(signed)), next);
    }

    /// <summary>A copy under another name doesn't count either.</summary>
    private async Task<SignedNight?> OpenAsync(string name, CancellationToken cancellationToken) =>
        await archive.ReadAsync(name, cancellationToken) is { } file
        && await jws.OpenAsync(Type, file.ToString(), cancellationToken) is { } payload
        && ArchiveNight.Read(payload) is var night
        && Archive.NameOfNight(night.At) == name
            ? new SignedNight(name, Archive.HashOf(file), night)
            : null;
}
