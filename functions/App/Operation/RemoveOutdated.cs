using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Each night removes what has expired: answers kept for repeated requests, and providers' counts of past days. The oldest go first; any
/// that a night has no time for go in the next.
/// </summary>
[Feature(Features.Operation)]
internal sealed partial class RemoveOutdated(KeptAnswers answers, QuotaLedger quotas, TimeProvider time, ILogger<RemoveOutdated> logger)
{
    private const int MostANight = 10_000;

    /// <summary>How many days counts are kept, for the investigation of alerts.</summary>
    private const int DaysOfCounts = 30;

    /// <exception cref="InvalidOperationException">Some answers couldn't be removed; the others were.</exception>
    [Function(nameof(RemoveOutdated))]
    public async Task RunAsync([TimerTrigger("%RECONCILE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var failed = 0;
        var removed = await answers.RemoveAsync(time.GetUtcNow() - KeptAnswer.Lifetime, MostANight, Failed, cancellationToken);
        var counts = await quotas.RemoveAsync(quotas.Today.AddDays(-DaysOfCounts), MostANight, cancellationToken);
        LogRemoved(removed, counts, failed);
        if (failed > 0)
        {
            throw new InvalidOperationException($"{failed} kept answers couldn't be removed.");
        }

        void Failed(ApplicationId id, Exception exception)
        {
            failed++;
            LogFailed(exception, id);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Removed {Answers} kept answers and {Counts} providers' days; {Failed} answers couldn't be removed"
    )]
    private partial void LogRemoved(int answers, int counts, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "A kept answer of application {Application} couldn't be removed")]
    private partial void LogFailed(Exception exception, ApplicationId application);
}
