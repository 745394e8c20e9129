using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Each night holds the lists and the orchestrations against the applications themselves, which alone are the truth, and mends what
/// differs: a line that shows an application where it isn't, or one that lacks, or an orchestration that failed for good.
/// </summary>
internal sealed partial class Repair(Cases cases, Worklists worklists, Orchestrations orchestrations, ILogger<Repair> logger)
{
    [Function(nameof(Repair))]
    public Task Run([TimerTrigger("%REPAIR_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        Mend(client, cancel);

    /// <summary>Goes through everything. Twice at once does no harm.</summary>
    /// <returns>How many applications there are, and how many lines were wrong.</returns>
    public async Task<(int Applications, int Removed)> Mend(DurableTaskClient client, CancellationToken cancel)
    {
        int removed = await worklists.Repair(cases.Find, cancel);
        int applications = 0;
        await foreach (Application application in cases.All(cancel))
        {
            applications++;
            await worklists.Show(null, application, cancel);
            if (!application.IsClosed)
            {
                await orchestrations.Restore(client, application, cancel);
            }
        }

        LogRepaired(applications, removed);
        return (applications, removed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Went through {Applications} applications; removed {Removed} wrong lines")]
    private partial void LogRepaired(int applications, int removed);
}
