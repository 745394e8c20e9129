using System.Diagnostics.Metrics;
using MicroCred.App.Telemetry;

namespace MicroCred.App.Archiving;

/// <summary>The metric that the archive alert watches.</summary>
internal sealed class ArchiveMeter(IMeterFactory meters)
{
    private readonly Gauge<long> _differences = meters
        .Create(AppTelemetry.Name)
        .CreateGauge<long>(
            "microcred.archive.differences",
            "{difference}",
            "What wasn't as it was put away, or couldn't be looked at; 1 where the night came to nothing."
        );

    public void Set(int differences) => _differences.Record(differences);
}
