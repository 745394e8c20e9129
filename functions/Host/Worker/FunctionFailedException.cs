using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>Thrown when a function fails. The Durable extension parses the message, so it has the Functions host's format.</summary>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {result.Result}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");
