namespace MicroCred.Tests.Support.Storage;

/// <summary>Every request that went through the proxy, in order of arrival.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _requests = [];

    /// <summary>Whether requests are recorded in full, to be sent again.</summary>
    public bool KeepsWhole { get; set; }

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<SeenRequest> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests.OrderBy(request => request.At)];
            }
        }
    }

    /// <summary>The number of requests of one kind.</summary>
    public int Count(RequestKind kind) => All.Count(request => request.Kind == kind);

    /// <summary>The number of requests of one kind by name, most frequent first.</summary>
    public IReadOnlyList<(RequestName Name, int Count)> ByName(RequestKind kind = RequestKind.Work) =>
        [
            .. All.Where(request => request.Kind == kind)
                .CountBy(request => request.Name)
                .Select(pair => (pair.Key, pair.Value))
                .OrderByDescending(pair => pair.Value),
        ];

    /// <summary>Clears the log, to count from here.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    /// <summary>
    /// The requests since the last call, in the order of their answers, so that a request follows the answers it depends on.
    /// </summary>
    public IReadOnlyList<SeenRequest> Take()
    {
        lock (_lock)
        {
            var taken = _requests.ToList();
            _requests.Clear();
            return taken;
        }
    }

    internal void Add(SeenRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }
    }
}
