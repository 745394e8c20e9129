namespace MicroCred.ProbeApp.Durable;

/// <summary>An exception that only this app knows.</summary>
internal sealed class CustomFault(string message, Exception inner) : InvalidOperationException(message, inner);
