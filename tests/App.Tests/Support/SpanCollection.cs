using System.Collections.Concurrent;
using System.Diagnostics;

namespace MicroCred.App.Tests.Support;

/// <summary>The app's spans, as they end; of every app in this process, so a test asks for those of its own application or trace.</summary>
internal sealed class SpanCollection : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public SpanCollection()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MicroCred.App",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> In(ActivityTraceId trace) => [.. _ended.Where(span => span.TraceId == trace)];

    public IReadOnlyList<Activity> About(ApplicationId application) =>
        [.. _ended.Where(span => span.GetTagItem("microcred.application.id") as string == application.ToString())];

    public void Dispose() => _listener.Dispose();
}
