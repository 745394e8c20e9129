namespace MicroCred.Benchmarks.Floor;

/// <summary>A request ready to be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Where to, signed.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
/// <param name="Recorded">What it was made from.</param>
internal sealed record BareRequest(
    HttpMethod Method,
    Uri Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[] Body,
    RecordedRequest Recorded
);
