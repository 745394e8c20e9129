using System.Collections.Concurrent;
using MicroCred.App.Signing;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>The nights in the archive, each a file that the app's key signed. What it didn't sign is none, whatever its name.</summary>
internal sealed class SignedNights(Archive archive, Jws jws)
{
    private const string Type = "microcred-night";
    private const int ReadsAtOnce = 8;

    /// <summary>All of them. One storage request each.</summary>
    /// <param name="names">The names of all files in the archive.</param>
    /// <param name="cancel">Cancels it.</param>
    public async Task<SignedArchive> Read(IEnumerable<string> names, CancellationToken cancel)
    {
        ConcurrentBag<SignedNight> nights = [];
        await Parallel.ForEachAsync(
            names.Where(Archive.IsNight),
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancel },
            async (name, stop) =>
            {
                if (await Open(name, stop) is { } night)
                {
                    nights.Add(night);
                }
            });
        return new SignedArchive(nights);
    }

    /// <summary>The latest; null where there was none yet.</summary>
    public async Task<ArchiveNight?> Latest(CancellationToken cancel)
    {
        foreach (string name in await archive.NightsBackwards(cancel))
        {
            if (await Open(name, cancel) is { Night: var night })
            {
                return night;
            }
        }

        return null;
    }

    /// <summary>Signs a night as the one that follows and puts it away.</summary>
    /// <returns>It, as it was signed.</returns>
    public async Task<SignedNight> Add(ArchiveNight night, SignedNight? previous, CancellationToken cancel)
    {
        ArchiveNight next = night with { Number = (previous?.Night.Number ?? 0) + 1, Previous = previous?.Sha256 ?? AuditChain.Origin };
        while (await archive.Read(Archive.NameOfNight(next.At), cancel) is not null)
        {
            next = next with { At = next.At.AddTicks(1) };
        }

        string name = Archive.NameOfNight(next.At);
        string signed = await jws.Sign(Type, next.ToBytes(), cancel);
        await archive.AddNight(name, signed, cancel);
        return new SignedNight(name, Archive.HashOf(BinaryData.FromString(signed)), next);
    }

    /// <summary>A copy under another name is none either.</summary>
    private async Task<SignedNight?> Open(string name, CancellationToken cancel) =>
        await archive.Read(name, cancel) is { } file
        && await jws.Open(Type, file.ToString(), cancel) is { } payload
        && ArchiveNight.Read(payload) is var night
        && Archive.NameOfNight(night.At) == name ? new SignedNight(name, Archive.HashOf(file), night) : null;
}
