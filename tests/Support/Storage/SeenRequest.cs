namespace MicroCred.Tests.Support.Storage;

/// <summary>A request that went through the proxy.</summary>
/// <param name="Name">What it did.</param>
/// <param name="Kind">What for.</param>
/// <param name="Id">The same for a request and the client's retries of it.</param>
/// <param name="At">When it came.</param>
/// <param name="Status">The status that storage answered; null where storage didn't get it.</param>
public sealed record SeenRequest(RequestName Name, RequestKind Kind, string Id, DateTimeOffset At, int? Status)
{
    /// <summary>The whole request; null where the log doesn't keep them.</summary>
    public WireRequest? Wire { get; init; }
}
