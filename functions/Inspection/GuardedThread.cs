namespace MicroCred.Inspection;

/// <summary>
/// Runs a parser on its own thread, with a deep stack, so that legitimately nested content has room, and with a time limit. A parser that
/// hangs without reading is abandoned; it fails at its next read, since its file is closed by then.
/// </summary>
internal static class GuardedThread
{
    private const int Stack = 16 << 20;

    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, T> work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        var token = deadline.Token;
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(result, work, token), Stack) { IsBackground = true, Name = "document inspection" };
        thread.Start();
        try
        {
            return await result.Task.WaitAsync(limit + limit, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The file kept its parser busy for more than {limit}.");
        }
    }

    private static void Complete<T>(TaskCompletionSource<T> result, Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        try
        {
            var done = work(cancellationToken);
            // A parser may have swallowed the cancellation and returned a result from half a file.
            cancellationToken.ThrowIfCancellationRequested();
            result.SetResult(done);
        }
        catch (Exception fault)
        {
            result.SetException(fault);
        }
    }
}
