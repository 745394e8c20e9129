using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace MicroCred.Portal;

/// <summary>
/// A file that the pages refer to, as it is and in the codings that browsers take. It is compressed once, when first asked for.
/// </summary>
public sealed class Asset
{
    private const int FingerprintLength = 16;

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly AssetForm _plain;
    private readonly Lazy<AssetForm> _brotli;
    private readonly Lazy<AssetForm> _gzip;

    internal Asset(string name, byte[] content)
    {
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(content))[..FingerprintLength];
        ContentType = Types.TryGetContentType(name, out var type) ? type : "application/octet-stream";
        FileName = Path.ChangeExtension(name, Fingerprint + Path.GetExtension(name));
        _plain = new(content, null, $"\"{Fingerprint}\"");
        _brotli = new(() => Compressed(content, "br", target => new BrotliStream(target, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compressed(content, "gzip", target => new GZipStream(target, CompressionLevel.SmallestSize)));
    }

    /// <summary>Its name with a fingerprint of its content in it, such as <c>portal.1f3d5b7a90c2e4f6.css</c>.</summary>
    public string FileName { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    internal string Fingerprint { get; }

    /// <summary>The file in a content coding.</summary>
    /// <param name="coding"><c>br</c> or <c>gzip</c>; null for the file as it is.</param>
    public AssetForm In(string? coding) =>
        coding switch
        {
            "br" => _brotli.Value,
            "gzip" => _gzip.Value,
            _ => _plain,
        };

    private AssetForm Compressed(byte[] content, string coding, Func<Stream, Stream> compressor)
    {
        using MemoryStream target = new();
        using (var compressing = compressor(target))
        {
            compressing.Write(content);
        }

        return new(target.ToArray(), coding, $"\"{Fingerprint}-{coding}\"");
    }
}

/// <summary>An asset's bytes in one content coding.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Coding">The coding, as <c>Content-Encoding</c> has it; null where there is none.</param>
/// <param name="ETag">A strong tag of these bytes, in quotes as the header has it.</param>
public sealed record AssetForm(ReadOnlyMemory<byte> Content, string? Coding, string ETag);
