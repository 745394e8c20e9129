using System.Diagnostics.Metrics;
using MicroCred.Approval;

namespace MicroCred.App.Operation;

/// <summary>
/// Counts what becomes of applications, and measures how long each stage of one took at the moment it ends, from what the application
/// itself says of when it began.
/// </summary>
internal sealed class Progress
{
    /// <summary>From seconds for what the system does to weeks for what waits for people.</summary>
    private static readonly double[] Seconds = [1, 5, 15, 60, 300, 1800, 7200, 86_400, 3 * 86_400, 7 * 86_400, 14 * 86_400, 28 * 86_400, 84 * 86_400];

    private const string Validation = "Validation";

    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _stages;

    public Progress(IMeterFactory meters)
    {
        Meter meter = meters.Create(Telemetry.Name);
        _outcomes = meter.CreateCounter<long>("microcred.applications", "{application}", "What became of applications.");
        _stages = meter.CreateHistogram(
            "microcred.stage.duration", "s", "How long applications were in a stage.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    }

    /// <summary>Takes note of a change that is written.</summary>
    public void Record(Change change)
    {
        foreach (UnsealedEvent happened in change.Events)
        {
            if (OutcomeOf(happened.Event) is { } outcome)
            {
                _outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
            }

            if (EndedBy(happened.Event, change) is (var stage, { } began))
            {
                _stages.Record((happened.At - began).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
            }
        }
    }

    private static string? OutcomeOf(string happened) => happened switch
    {
        AuditEvents.Submitted => "submitted",
        AuditEvents.Returned => "returned",
        AuditEvents.Approved => "approved",
        AuditEvents.Declined => "declined",
        AuditEvents.Published => "published",
        AuditEvents.Withdrawn => "withdrawn",
        AuditEvents.Lapsed => "lapsed",
        _ => null,
    };

    /// <summary>The stage that an event ends and when it began; null for any other event.</summary>
    private static (string Stage, DateTimeOffset? Began)? EndedBy(string happened, Change change) => EndedBy(happened, change.Application) switch
    {
        // Returned for malware, long after it was validated.
        { Stage: Validation } when change.Events.Any(other => other.Event == AuditEvents.DocumentRejected) => null,
        var ended => ended,
    };

    private static (string Stage, DateTimeOffset? Began)? EndedBy(string happened, Application application) => happened switch
    {
        AuditEvents.Validated or AuditEvents.Returned => (Validation, application.LastSubmittedAt),
        AuditEvents.Submitted when application.Submissions > 1 => ("Correction", application.ReturnedAt),
        AuditEvents.Lapsed => ("Correction", application.ReturnedAt),
        AuditEvents.Assigned => ("Assignment", application.ValidatedAt),
        AuditEvents.InformationGiven or AuditEvents.InformationRequestLapsed => ("Information", application.InformationRequests[^1].AskedAt),
        AuditEvents.Approved or AuditEvents.Declined when application.Decision is { ByUniversity: false } => ("Evaluation", application.ValidatedAt),
        AuditEvents.FundingAssessed or AuditEvents.FundingReferred => ("Funding", application.Decision?.At),
        AuditEvents.FundingDecided => ("Referral", application.Tasks.LastOrDefault(task => task.Kind == TaskKind.FundingReferral)?.AssignedAt),
        AuditEvents.Published => ("Publication", application.Decision?.At),
        _ => null,
    };
}
