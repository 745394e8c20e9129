using MicroCred.App.Identity;

namespace MicroCred.App.Storage;

/// <summary>Who may be given tasks, and what they have already.</summary>
internal sealed class Staffing(IEvaluators evaluators, IWorklists worklists)
{
    /// <summary>
    /// Everybody as they are now, and all open tasks. Two storage requests at once; one more for each further thousand tasks.
    /// </summary>
    /// <param name="now">The time, which tasks are aged by.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<(SectorDirectory Directory, OpenWork Work)> AtAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = evaluators.NowAsync(cancellationToken);
        var tasks = worklists.OpenTasksAsync(cancellationToken);
        await Task.WhenAll(people, tasks);
        return (await people, new OpenWork(await tasks, now));
    }
}
