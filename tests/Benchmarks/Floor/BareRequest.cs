namespace MicroCred.Benchmarks.Floor;

/// <summary>A request that is ready to send.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The signed address.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
/// <param name="Recorded">The recorded request that it was made from.</param>
internal sealed record BareRequest(
    HttpMethod Method,
    Uri Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[] Body,
    RecordedRequest Recorded
);
