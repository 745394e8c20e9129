using MicroCred.Host.Worker.Messages;

namespace MicroCred.Host.Worker;

/// <summary>A function failed. The Durable extension takes the message apart, so it has the form that the Functions host gives it.</summary>
public sealed class FunctionFailedException : Exception
{
    internal FunctionFailedException(StatusResult result)
        : base($"Result: {result.Result}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}")
    {
    }
}
