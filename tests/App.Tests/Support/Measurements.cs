using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MicroCred.App.Tests.Support;

/// <summary>Records an app's measurements until disposed, each by its instrument's name and its tag, or an empty text.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, string Tag, double Value)> _taken = new();
    private readonly MeterListener _listener = new();

    public Measurements(AppServices app)
    {
        var ofTheApp = app.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, ofTheApp))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<double> Of(string instrument, string tag = "") =>
        [.. _taken.Where(taken => taken.Instrument == instrument && taken.Tag == tag).Select(taken => taken.Value)];

    public IReadOnlyList<string> TagsOf(string instrument) =>
        [.. _taken.Where(taken => taken.Instrument == instrument).Select(taken => taken.Tag)];

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> named = [];
        foreach ((var key, var tag) in tags)
        {
            named.Add($"{key}={tag}");
        }

        _taken.Enqueue((instrument.Name, string.Join(' ', named), value));
    }
}
