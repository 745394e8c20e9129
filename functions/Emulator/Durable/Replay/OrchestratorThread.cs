namespace MicroCred.Emulator.Durable.Replay;

/// <summary>
/// Keeps an orchestrator on one thread. Its code runs only while events are fed to it, in the order in which they come; a continuation that
/// arrives from anywhere else means that it awaited something that isn't durable.
/// </summary>
internal sealed class OrchestratorThread(Action onForeignContinuation) : SynchronizationContext
{
    [ThreadStatic]
    private static OrchestratorThread? _current;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public bool IsCurrent => _current == this;

    public void Run(Action work)
    {
        var outer = Current;
        _current = this;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(outer);
            _current = null;
        }
    }

    /// <summary>Lets run what has been posted from the thread itself.</summary>
    public void Drain()
    {
        while (_posted.TryDequeue(out var posted))
            posted.Callback(posted.State);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
            _posted.Enqueue((d, state));
        else
            onForeignContinuation();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent)
            throw IllegalAwait.Exception();

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
