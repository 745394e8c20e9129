using System.Text.Json;
using Azure;
using MicroCred.App.Storage;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Tells by its kind whether what failed would fail the same way however often it is tried. Where that can't be told, it is tried: to
/// give up what would have gone well needs a person, and to try in vain costs a few requests.
/// </summary>
internal static class LastingFailure
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int RequestTimeout = 408;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int TooManyRequests = 429;

    /// <summary>The kind of a lasting failure; null for one that may pass.</summary>
    public static LastingFailureKind? KindOf(Exception exception) =>
        exception switch
        {
            // The worker wraps what leaves an internal class, and the storage clients put together what several tries came to.
            AggregateException { InnerExceptions: var all } => all.Select(KindOf).ToList() is [var first, ..] kinds
            && kinds.All(kind => kind is not null)
                ? first
                : null,
            LastingFailureException known => known.Kind,
            _ when StorageOutage.IsBehind(exception) => null,
            ActivityRefusedException => LastingFailureKind.Refused,
            JsonException or InvalidDataException or FormatException => LastingFailureKind.Unreadable,

            // That the app has no right concerns every application, and is over for all of them once somebody gives it the right.
            RequestFailedException
            {
                Status: Unauthorized or Forbidden or RequestTimeout or Conflict or PreconditionFailed or TooManyRequests
            } => null,

            // So does a table, container or queue that isn't there, until it is brought back.
            RequestFailedException
            {
                ErrorCode: "ContainerNotFound" or "ContainerBeingDeleted" or "TableNotFound" or "TableBeingDeleted" or "QueueNotFound"
            } => null,
            RequestFailedException { Status: >= 400 and < 500 } => LastingFailureKind.StorageRefused,

            // A service that is being stopped; another instance goes on.
            ObjectDisposedException => null,
            ArgumentException
            or InvalidOperationException
            or NullReferenceException
            or NotSupportedException
            or InvalidCastException
            or IndexOutOfRangeException
            or KeyNotFoundException
            or ArithmeticException => LastingFailureKind.Fault,
            _ => null,
        };
}
