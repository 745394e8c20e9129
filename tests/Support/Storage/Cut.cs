namespace MicroCred.Tests.Support.Storage;

/// <summary>
/// The one request that is cut: the so-manieth of its name, counted from when the cut is set; the client's retries count as one with it.
/// </summary>
/// <param name="name">The request's name.</param>
/// <param name="ordinal">Which of those that have this name, from 1.</param>
/// <param name="kind">What becomes of it.</param>
/// <remarks>
/// A request for messages is cut only where there are some, which storage must have been asked to know: so it is always sent, and what
/// is lost is the answer.
/// </remarks>
public sealed class Cut(RequestName name, int ordinal, CutKind kind)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _seen = [];
    private string? _id;

    /// <summary>The name of the request.</summary>
    public RequestName Name => name;

    /// <summary>Which of those that have this name, from 1.</summary>
    public int Ordinal => ordinal;

    /// <summary>What becomes of it.</summary>
    public CutKind Kind => kind;

    /// <summary>Whether the client's retries break too, before storage gets them, so that it has to give up.</summary>
    public bool OfRetriesToo { get; init; }

    /// <summary>What is done, once, after the request has been sent on or not and before its client hears of it: a kill, say.</summary>
    public Func<Task> Then { get; init; } = () => Task.CompletedTask;

    /// <summary>Ends when the request has come.</summary>
    public Task Reached => _reached.Task;

    /// <inheritdoc/>
    public override string ToString() => $"{name} #{ordinal} {kind}{(OfRetriesToo ? ", retries too" : "")}";

    /// <summary>What becomes of a request that is work; null where nothing does.</summary>
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

    /// <summary>Does what is to be done, the first time.</summary>
    internal Task ThenAsync() => _reached.TrySetResult() ? Then() : Task.CompletedTask;
}
