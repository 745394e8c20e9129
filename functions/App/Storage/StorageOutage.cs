using Azure;
using Grpc.Core;

namespace MicroCred.App.Storage;

/// <summary>
/// Tells what fails because storage, or the host that asks it for the app, is away or overloaded: the same may go well a moment later.
/// </summary>
internal static class StorageOutage
{
    /// <summary>Whether that is what an exception comes from. The storage clients put together what several tries came to.</summary>
    public static bool IsBehind(Exception exception) =>
        exception switch
        {
            AggregateException several => several.InnerExceptions.All(IsBehind),
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
            RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded } => true,
            HttpRequestException or TimeoutException => true,

            // A client that waited too long. Where it is the caller who went away, that is told before.
            OperationCanceledException => true,
            _ => false,
        };
}
