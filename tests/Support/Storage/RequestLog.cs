namespace MicroCred.Tests.Support.Storage;

/// <summary>Every request that went through the proxy, in the order in which they came.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<SeenRequest> _requests = [];

    /// <summary>Whether requests are kept whole, to be sent again.</summary>
    public bool KeepsWhole { get; set; }

    /// <summary>All that have been seen.</summary>
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

    /// <summary>How many there were of one kind.</summary>
    public int Count(RequestKind kind) => All.Count(request => request.Kind == kind);

    /// <summary>How many there were of one kind by name, the most first.</summary>
    public IReadOnlyList<(RequestName Name, int Count)> ByName(RequestKind kind = RequestKind.Work) =>
        [
            .. All.Where(request => request.Kind == kind)
                .CountBy(request => request.Name)
                .Select(pair => (pair.Key, pair.Value))
                .OrderByDescending(pair => pair.Value),
        ];

    /// <summary>Forgets what has been seen, to count from here.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    /// <summary>What has been seen since the last time, in the order of the answers: what depends on an answer comes after it.</summary>
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
