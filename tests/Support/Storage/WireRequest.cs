namespace MicroCred.Tests.Support.Storage;

/// <summary>A request as it went over the wire, to be sent again.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; empty where it has none.</param>
/// <param name="Messages">How many messages storage gave for it.</param>
public sealed record WireRequest(string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, int Messages);
