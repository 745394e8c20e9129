using System.Text.Json;
using Azure;
using MicroCred.App.Storage;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Decides by an exception's kind whether a retry would fail the same way. In doubt it is retried: giving up too early needs a person,
/// while useless retries cost a few requests.
/// </summary>
internal static class LastingFailure
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int RequestTimeout = 408;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const int TooManyRequests = 429;

    /// <summary>The kind of a lasting failure; null for one that may be transient.</summary>
    public static LastingFailureKind? KindOf(Exception exception) =>
        exception switch
        {
            // The worker wraps exceptions that leave an internal class, and the storage clients aggregate those of several tries.
            AggregateException { InnerExceptions: var all } => all.Select(KindOf).ToList() is [var first, ..] kinds
            && kinds.All(kind => kind is not null)
                ? first
                : null,
            LastingFailureException known => known.Kind,
            _ when StorageOutage.IsBehind(exception) => null,
            ActivityRefusedException => LastingFailureKind.Refused,
            JsonException or InvalidDataException or FormatException => LastingFailureKind.Unreadable,

            // Missing permissions affect every application, and are solved for all of them once somebody grants them.
            RequestFailedException
            {
                Status: Unauthorized or Forbidden or RequestTimeout or Conflict or PreconditionFailed or TooManyRequests
            } => null,

            // A missing table, container or queue affects every application too, until it is restored.
            RequestFailedException
            {
                ErrorCode: "ContainerNotFound" or "ContainerBeingDeleted" or "TableNotFound" or "TableBeingDeleted" or "QueueNotFound"
            } => null,
            RequestFailedException { Status: >= 400 and < 500 } => LastingFailureKind.StorageRefused,

            // The service is being stopped; another instance will continue.
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
