using Azure;
using Grpc.Core;

namespace MicroCred.App.Storage;

/// <summary>
/// Recognises failures because storage, or the host that calls it for the app, is unavailable or overloaded: a retry may succeed.
/// </summary>
internal static class StorageOutage
{
    /// <summary>Whether an outage is behind an exception. The storage clients aggregate the exceptions of several tries.</summary>
    public static bool IsBehind(Exception exception) =>
        exception switch
        {
            AggregateException several => several.InnerExceptions.All(IsBehind),
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
            RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded } => true,
            HttpRequestException or TimeoutException => true,

            // The client's timeout. Cancellation by the caller is checked before this.
            OperationCanceledException => true,
            _ => false,
        };
}
