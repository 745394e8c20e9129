using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>A request of the file, with its variables still in it.</summary>
/// <param name="Line">Where it is in the file.</param>
/// <param name="Name">What later requests call its answer.</param>
/// <param name="Method">Its method.</param>
/// <param name="Target">Its address under the host.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; empty where it has none.</param>
/// <param name="Status">What it answers.</param>
/// <param name="OnceThereIs">The place in the answer that is there once the app got that far; null where there is nothing to wait
/// for.</param>
internal sealed record HttpFileRequest(
    int Line,
    string? Name,
    string Method,
    string Target,
    IReadOnlyList<Header> Headers,
    string Body,
    int Status,
    string? OnceThereIs
)
{
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name == name)?.Value;

    public override string ToString() => $"{HttpFile.Path}:{Line} {Method} /{Target}";
}
