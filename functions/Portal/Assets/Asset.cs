using Microsoft.AspNetCore.StaticFiles;

namespace MicroCred.Portal;

/// <summary>A file that the pages refer to.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ETag">A tag that changes with the bytes, in quotes as the header has it.</param>
public sealed record Asset(ReadOnlyMemory<byte> Content, string ContentType, string ETag)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    internal static string TypeOf(string name) => Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
