using System.Diagnostics.Metrics;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;

namespace MicroCred.App.Operation;

/// <summary>
/// The gauges that alerts watch. They are set rather than observed, so that of several instances only the one that measured reports.
/// </summary>
internal sealed class BacklogGauges
{
    private readonly Gauge<long> _waiting;
    private readonly Gauge<long> _poison;
    private readonly Gauge<long> _stuck;
    private readonly Gauge<long> _late;
    private readonly Gauge<double> _oldest;
    private readonly Gauge<long> _withheld;
    private readonly Gauge<double> _quotas;

    public BacklogGauges(IMeterFactory meters)
    {
        var meter = meters.Create(AppTelemetry.Name);
        _waiting = meter.CreateGauge<long>("microcred.queue.waiting", "{message}", "Messages that wait in a queue.");
        _poison = meter.CreateGauge<long>(
            "microcred.queue.poison",
            "{message}",
            "Messages of a queue that failed every try and were set aside."
        );
        _stuck = meter.CreateGauge<long>(
            "microcred.instances.stuck",
            "{application}",
            "Applications that have waited too long for the system itself."
        );
        _late = meter.CreateGauge<long>("microcred.evaluations.late", "{task}", "Evaluations past their due date.");
        _oldest = meter.CreateGauge<double>(
            "microcred.acts.oldest_broken_off",
            "s",
            "Age of the oldest act of which not all is done; 0 for none."
        );
        _withheld = meter.CreateGauge<long>(
            "microcred.documents.withheld",
            "{document}",
            "Documents that have waited for a malware scan for over an hour."
        );
        _quotas = meter.CreateGauge<double>("microcred.quota.used", "1", "The share of a day's quota that a provider has used.");
    }

    public void Set(string queue, QueueDepth depth)
    {
        KeyValuePair<string, object?> named = new("queue", queue);
        _waiting.Record(depth.Waiting, named);
        _poison.Record(depth.SetAside, named);
    }

    public void SetWithheld(int documents) => _withheld.Record(documents);

    public void Set(ProviderNumber provider, Quota quota, double share) =>
        _quotas.Record(share, new("provider", provider.ToString()), new("quota", quota.ToString().ToLowerInvariant()));

    public void Set(Backlog backlog, OutboxEntry? brokenOff, DateTimeOffset now)
    {
        _stuck.Record(backlog.Stuck(now));
        _late.Record(backlog.LateEvaluations(now));
        _oldest.Record(brokenOff is null ? 0 : (now - brokenOff.At).TotalSeconds);
    }
}
