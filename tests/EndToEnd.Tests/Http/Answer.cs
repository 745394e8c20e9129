using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroCred.EndToEnd.Tests.Http;

/// <summary>What came back, read to its end.</summary>
internal sealed class Answer(string request, HttpResponseMessage response, byte[] body)
{
    private readonly ILookup<string, string> _headers = response
        .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
        .SelectMany(header => header.Value, (header, value) => (header.Key, value))
        .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase);

    public HttpStatusCode Status { get; } = response.StatusCode;

    public byte[] Bytes => body;

    public string Text => Encoding.UTF8.GetString(body);

    /// <summary>The body as text, once its content coding is undone.</summary>
    public async Task<string> DecodedAsync()
    {
        using MemoryStream sent = new(body);
        using Stream decoded = Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using StreamReader reader = new(decoded);
        return await reader.ReadToEndAsync();
    }

    public string? MediaType { get; } = response.Content.Headers.ContentType?.MediaType;

    public string? Header(string name) => _headers[name].FirstOrDefault();

    public string ETag => Header("ETag") ?? throw Unexpected("has no ETag");

    /// <summary>The body as JSON; a body that isn't is a failure that shows it.</summary>
    public JsonNode Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(body) ?? throw Unexpected("is null");
            }
            catch (JsonException)
            {
                throw Unexpected("isn't JSON");
            }
        }
    }

    public Answer Is(HttpStatusCode expected) => Status == expected ? this : throw Unexpected($"should be {(int)expected}");

    /// <summary>One of the statuses, as a problem document that says what is wrong. [RFC 9457]</summary>
    public Answer IsProblem(params HttpStatusCode[] expected)
    {
        if (!expected.Contains(Status))
        {
            throw Unexpected($"should be {string.Join(" or ", expected.Select(status => (int)status))}");
        }

        if (MediaType != "application/problem+json")
        {
            throw Unexpected($"is a {MediaType ?? "body without a type"}, not a problem");
        }

        Assert.Equal((int)Status, (int?)Json["status"]);
        Assert.True(
            Uri.TryCreate((string?)Json["type"], UriKind.Absolute, out var type) && type.Scheme != "about",
            $"{this}: no type of its own"
        );
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["title"]), $"{this}: no title");
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["detail"]), $"{this}: no detail");
        return this;
    }

    public override string ToString() => $"{request} answered {(int)Status}: {Text[..Math.Min(Text.Length, 600)]}";

    private Xunit.Sdk.XunitException Unexpected(string what) => new($"{what}. {this}");
}
