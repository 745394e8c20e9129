namespace MicroCred.Demo.Server;

/// <summary>Why no app is available, worded for the person who started the Demo.</summary>
internal sealed class ServerFault(string message) : Exception(message);
