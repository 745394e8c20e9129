using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Hosting;

/// <summary>Knows which requests are being answered, so that the app doesn't end under them.</summary>
internal sealed class RequestGate
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private bool _closed;

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!Enter())
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.Connection = "close";
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets nobody in any more, and waits until the last one is out.</summary>
    public Task CloseAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _closed = true;
            if (_inside == 0)
                _empty.TrySetResult();
        }

        return _empty.Task.WaitAsync(cancellationToken);
    }

    private bool Enter()
    {
        lock (_lock)
        {
            if (!_closed)
                _inside++;
            return !_closed;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_inside == 0 && _closed)
                _empty.TrySetResult();
        }
    }
}
