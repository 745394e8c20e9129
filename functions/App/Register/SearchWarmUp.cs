using MicroCred.Approval;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Register;

/// <summary>Reads and indexes the register as soon as the app starts, so that the first search needn't wait for it.</summary>
internal sealed partial class SearchWarmUp(SearchIndex search, ILogger<SearchWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var found = await search.FindAsync(new RegisterQuery { Limit = 1 }, stoppingToken);
            LogReady(found.Total);

            // What a large register was read from is garbage by now, as much as what is kept of it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The first search tries again.
            LogLater(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index is ready, with {Entries} entries")]
    private partial void LogReady(int entries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index couldn't be made at the start; the first search makes it")]
    private partial void LogLater(Exception exception);
}
