using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>A function failed. The Durable extension takes the message apart, so it has the form that the Functions host gives it.</summary>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {result.Result}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");
