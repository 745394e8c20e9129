namespace MicroCred.Demo.Server;

/// <summary>Why there is no app to play against, in words for whoever started the Demo.</summary>
internal sealed class ServerFault(string message) : Exception(message);
