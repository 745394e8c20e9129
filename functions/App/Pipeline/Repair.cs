using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Each night holds the lists and the orchestrations against the applications themselves, which alone are the truth, and mends what
/// differs: a line that shows an application where it isn't, or one that lacks, or an orchestration that failed for good.
/// </summary>
internal sealed partial class Repair(ApplicationStore applications, Worklists worklists, Orchestrations orchestrations, ILogger<Repair> logger)
{
    /// <exception cref="InvalidOperationException">Some couldn't be mended; the others were.</exception>
    [Function(nameof(Repair))]
    public async Task Run([TimerTrigger("%REPAIR_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        if ((await Mend(client, cancel)).Failed is > 0 and var failed)
        {
            throw new InvalidOperationException($"{failed} applications couldn't be mended.");
        }
    }

    /// <summary>Goes through everything; one that can't be mended holds up no other. Twice at once does no harm.</summary>
    public async Task<Mended> Mend(DurableTaskClient client, CancellationToken cancel)
    {
        int removed = await worklists.Repair(applications.Find, cancel);
        int count = 0;
        int failed = 0;
        await foreach (Application application in applications.All(cancel))
        {
            count++;
            try
            {
                await Mend(application, client, cancel);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                failed++;
                LogFailed(exception, application.Id);
            }
        }

        LogRepaired(count, removed, failed);
        return new Mended(count, removed, failed);
    }

    private async Task Mend(Application application, DurableTaskClient client, CancellationToken cancel)
    {
        await worklists.Show(null, application, cancel);
        if (!application.IsClosed)
        {
            await orchestrations.Restore(client, application, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Went through {Applications} applications; removed {Removed} wrong lines; {Failed} couldn't be mended")]
    private partial void LogRepaired(int applications, int removed, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application} couldn't be mended")]
    private partial void LogFailed(Exception exception, ApplicationId application);
}

/// <summary>What a repair came to.</summary>
/// <param name="Applications">How many applications were gone through.</param>
/// <param name="WrongLines">How many lines on lists were wrong and were removed.</param>
/// <param name="Failed">How many applications couldn't be mended; the log says which.</param>
internal sealed record Mended(int Applications, int WrongLines, int Failed);
