using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using MicroCred.App.Archiving;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>The app's metrics, those in docs/telemetry.md and those that the alerts query are the same.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public void Every_metric_is_documented_and_every_documented_metric_is_there() =>
        Assert.Equal(
            Measured().Order(StringComparer.Ordinal),
            Documented().Matches(Repository.Read("docs/telemetry.md")).Select(Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Alerts_ask_for_metrics_that_are_measured()
    {
        var alerts = Repository.Read("infra/alerts.bicep");
        List<string> asked = [.. Asked().Matches(alerts).Select(Name)];

        Assert.NotEmpty(asked);
        Assert.Subset(Measured().ToHashSet(), asked.ToHashSet());
        Assert.All(Tag().Matches(alerts).Select(Name), tag =>
            Assert.Contains($"`{tag}`", Repository.Read("docs/telemetry.md"), StringComparison.Ordinal)
        );
    }

    private static string Name(Match match) => match.Groups["name"].Value;

    private static IReadOnlyCollection<string> Measured()
    {
        using AppServices app = new("UseDevelopmentStorage=true");
        var meters = app.Get<IMeterFactory>();
        ConcurrentDictionary<string, bool> names = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == "MicroCred.App")
                {
                    names[instrument.Name] = true;
                }
            },
        };
        listener.Start();
        _ = (
            app.Get<StageMiddleware>(),
            app.Get<StorageRequestCounter>(),
            app.Get<ApplicationMetrics>(),
            app.Get<BacklogGauges>(),
            app.Get<LastingFailures>(),
            app.Get<ArchiveMeter>()
        );
        return [.. names.Keys];
    }

    [GeneratedRegex(@"^\| `(?<name>microcred\.[a-z._]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Documented();

    [GeneratedRegex("""Name == "(?<name>microcred\.[a-z._]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex("""Properties\["(?<name>\w+)"\]""")]
    private static partial Regex Tag();
}
