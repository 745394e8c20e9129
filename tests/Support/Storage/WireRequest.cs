namespace MicroCred.Tests.Support.Storage;

/// <summary>A request as sent, to be sent again.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty where there is none.</param>
/// <param name="Messages">The number of messages that storage returned.</param>
public sealed record WireRequest(string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, int Messages);
