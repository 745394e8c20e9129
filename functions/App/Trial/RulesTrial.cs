using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Trial;

/// <summary>Tries an edition of the rules on every application that was handed in, and changes nothing.</summary>
internal sealed class RulesTrial(Worklists worklists, ApplicationStore applications, RuleSettings rules)
{
    private const int LinesAPage = 1000;

    /// <summary>So many are in memory at once, and as many requests under way.</summary>
    private const int AtOnce = 32;

    /// <summary>
    /// The applications that the caller may read, tried. A storage request for each, and one for each thousand; an application is dropped
    /// as soon as it was tried.
    /// </summary>
    public async Task<TrialResult> RunAsync(RuleEdition edition, Caller caller, CancellationToken cancellationToken)
    {
        Lock counting = new();
        var tried = 0;
        var failing = ValidationRules.All.ToDictionary(rule => rule.Id, _ => new List<ApplicationId>());
        await Parallel.ForEachAsync(
            await IdsAsync(caller, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                if (
                    await applications.FindAsync(id, token) is not { Application: { Imported: null } application }
                    || !caller.MayRead(application)
                )
                {
                    return;
                }

                var broken = EditionTrial.Breaks(application, edition, rules.EditionOf(application));
                lock (counting)
                {
                    tried++;
                    foreach (var rule in broken)
                    {
                        failing[rule].Add(id);
                    }
                }
            }
        );
        return new(
            tried,
            [
                .. ValidationRules
                    .All.Select(rule => (rule.Id, Broken: failing[rule.Id]))
                    .Where(rule => rule.Broken.Count > 0)
                    .Select(rule => new FailingRule(rule.Id, rule.Broken.Count, [.. rule.Broken.OrderBy(id => id.Value)])),
            ]
        );
    }

    /// <summary>A line that moves to another list meanwhile may be read twice.</summary>
    private async Task<HashSet<ApplicationId>> IdsAsync(Caller caller, CancellationToken cancellationToken)
    {
        HashSet<ApplicationId> ids = [];
        string? next = null;
        do
        {
            var page = await worklists.ApplicationsAsync(caller, status: null, LinesAPage, next, cancellationToken);
            ids.UnionWith(page.Items.Select(line => line.Id));
            next = page.Next;
        } while (next is not null);

        return ids;
    }
}
