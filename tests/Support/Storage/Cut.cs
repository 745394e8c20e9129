namespace MicroCred.Tests.Support.Storage;

/// <summary>Cuts one request: the n-th with its name since the cut was set; a request and its retries count as one.</summary>
/// <param name="name">The request's name.</param>
/// <param name="ordinal">Which request with this name, from 1.</param>
/// <param name="kind">What happens to it.</param>
/// <remarks>
/// A request for messages is cut only when storage has some. To know that, it must have been sent on, so it is the answer that is lost.
/// </remarks>
public sealed class Cut(RequestName name, int ordinal, CutKind kind)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _seen = [];
    private string? _id;

    /// <summary>The name of the request.</summary>
    public RequestName Name => name;

    /// <summary>Which request with this name, from 1.</summary>
    public int Ordinal => ordinal;

    /// <summary>What happens to the request.</summary>
    public CutKind Kind => kind;

    /// <summary>Whether the client's retries are also cut before they reach storage, so that it has to give up.</summary>
    public bool OfRetriesToo { get; init; }

    /// <summary>An action, such as a kill, run once after the request was or wasn't sent on and before its client is answered.</summary>
    public Func<Task> Then { get; init; } = () => Task.CompletedTask;

    /// <summary>Completes when the request arrives.</summary>
    public Task Reached => _reached.Task;

    /// <inheritdoc/>
    public override string ToString() => $"{name} #{ordinal} {kind}{(OfRetriesToo ? ", retries too" : "")}";

    /// <summary>What happens to a request of kind Work; null for nothing.</summary>
    internal CutKind? Of(StorageRequest request)
    {
        if (request.Name != name)
        {
            return null;
        }

        lock (_seen)
        {
            if (request.Id == _id)
            {
                return OfRetriesToo ? CutKind.Before : null;
            }

            if (!_seen.Add(request.Id) || _seen.Count != ordinal)
            {
                return null;
            }

            _id = request.Id;
            return kind;
        }
    }

    /// <summary>Runs the action, the first time only.</summary>
    internal Task ThenAsync() => _reached.TrySetResult() ? Then() : Task.CompletedTask;
}
