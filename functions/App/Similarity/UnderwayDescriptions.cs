using System.Collections.Concurrent;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Similarity;

/// <summary>
/// What applications under way say they are. An application is read once by each process, and again when its line on the lists says that it
/// says something else.
/// </summary>
internal sealed class UnderwayDescriptions(Worklists worklists, ApplicationStore applications)
{
    private const int ReadAtOnce = 16;

    /// <summary>The maximum number of descriptions that are kept; with more, all are read anew.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<ApplicationId, Read> _read = [];

    /// <summary>The applications under way that the caller may read.</summary>
    public async Task<IReadOnlyList<(ApplicationSummary Line, Description Description)>> ReadableByAsync(
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (_read.Count > Most)
        {
            _read.Clear();
        }

        var lines = await worklists.UnderwayForAsync(caller, cancellationToken);
        ConcurrentBag<(ApplicationSummary, Description)> found = [];
        await Parallel.ForEachAsync(
            lines,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellationToken },
            async (line, stopping) =>
            {
                if (await ReadAsync(line.Line.Id, line.Says, stopping) is { } description)
                {
                    found.Add((line.Line, description));
                }
            }
        );
        return [.. found];
    }

    private async Task<Description?> ReadAsync(ApplicationId id, string? says, CancellationToken cancellationToken)
    {
        if (says is not null && _read.TryGetValue(id, out var read) && read.Says == says)
        {
            return read.Description;
        }

        if (await applications.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return null;
        }

        var description = Description.Of(application);
        _read[id] = new Read(DescriptionKey.Of(application), description);
        return description;
    }

    private sealed record Read(string Says, Description Description);
}
