using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MicroCred.App.Tests.Cost;

/// <summary>
/// Every request that the app and its host in this process send to storage, as their own metrics tell, and the function that each is for, as
/// the span it happens in tells.
/// </summary>
internal sealed class StorageRequestTally : IDisposable
{
    private const string App = "MicroCred.App";
    private const string Host = "MicroCred.Emulator";

    private const string Poll = "queue poll";
    private const string Polls = "emulator.queue.polls";

    private readonly Lock _gate = new();
    private readonly List<StorageRequest> _requests = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == App,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public StorageRequestTally()
    {
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if ((instrument.Meter.Name, instrument.Name) is
                (App, "microcred.storage.requests") or (Host, "emulator.storage.requests") or (Host, Polls))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument.Name, tags));
        _meters.Start();
    }

    /// <summary>What was sent since the last time this was asked. Looks into the queue that found nothing aren't among it.</summary>
    public IReadOnlyList<StorageRequest> Take()
    {
        lock (_gate)
        {
            List<StorageRequest> taken = [.. _requests];
            _requests.Clear();
            return taken;
        }
    }

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
    }

    private void Add(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // A poll counts once it has found something.
        string stage = instrument == Polls ? Poll : Tag(tags, "stage") ?? Tag(tags, "purpose") ?? "";
        if (instrument == Polls ? Found(tags) : stage != Poll)
        {
            lock (_gate)
            {
                _requests.Add(new StorageRequest(Tag(tags, "service") ?? "queue", stage, Function()));
            }
        }
    }

    private static bool Found(ReadOnlySpan<KeyValuePair<string, object?>> tags) => Value(tags, "found") is true;

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name) => Value(tags, name) as string;

    private static object? Value(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach ((string key, object? value) in tags)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    private static string Function()
    {
        Activity? span = Activity.Current;
        while (span is not null && span.Source.Name != App)
        {
            span = span.Parent;
        }

        return span?.OperationName ?? "";
    }
}
