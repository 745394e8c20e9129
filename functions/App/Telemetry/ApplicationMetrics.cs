using System.Diagnostics.Metrics;
using MicroCred.Approval;

namespace MicroCred.App.Telemetry;

/// <summary>
/// Counts applications' transitions, and measures how long an application spent in each stage when the stage ends: the application itself
/// records since when it has been in a stage.
/// </summary>
internal sealed class ApplicationMetrics
{
    /// <summary>From seconds for the system's steps to weeks for people's.</summary>
    private static readonly double[] Seconds =
    [
        1,
        5,
        15,
        60,
        300,
        1800,
        7200,
        86_400,
        3 * 86_400,
        7 * 86_400,
        14 * 86_400,
        28 * 86_400,
        84 * 86_400,
    ];

    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _stages;

    public ApplicationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(AppTelemetry.Name);
        _outcomes = meter.CreateCounter<long>("microcred.applications", "{application}", "What became of applications.");
        _stages = meter.CreateHistogram(
            "microcred.stage.duration",
            "s",
            "How long applications were in a stage.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds }
        );
    }

    /// <summary>Records a written change.</summary>
    /// <param name="before">The application before the change; null for a new one.</param>
    /// <param name="change">The change.</param>
    public void Record(Application? before, Change change)
    {
        foreach (var happened in change.Events)
        {
            if (OutcomeOf(happened.What) is { } outcome)
            {
                _outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
            }
        }

        if (before?.Entered is { } entered && entered.Stage != change.Application.Stage)
        {
            _stages.Record(
                (change.Events[^1].At - entered.At).TotalSeconds,
                new KeyValuePair<string, object?>("stage", entered.Stage.ToString())
            );
        }
    }

    private static string? OutcomeOf(ApplicationEvent happened) =>
        happened switch
        {
            Submitted => "submitted",
            Returned => "returned",
            Approved => "approved",
            Declined => "declined",
            Published => "published",
            Withdrawn => "withdrawn",
            Lapsed => "lapsed",
            _ => null,
        };
}
