namespace MicroCred.Tests.Support.Storage;

/// <summary>A request logged by the proxy.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Kind">Its purpose.</param>
/// <param name="Id">The same for a request and its retries.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Status">Storage's answer; null where the request didn't reach it.</param>
public sealed record SeenRequest(RequestName Name, RequestKind Kind, string Id, DateTimeOffset At, int? Status)
{
    /// <summary>The full request; null where the log doesn't record these.</summary>
    public WireRequest? Wire { get; init; }
}
