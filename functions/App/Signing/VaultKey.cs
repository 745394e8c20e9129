using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace MicroCred.App.Signing;

/// <summary>
/// A key in Azure Key Vault, which never leaves it: it is known by its address without a version, so that the newest version
/// signs. A version's id is its full address. Needs the rights <c>keys/read</c> and <c>keys/sign</c> on that one key.
/// </summary>
/// <remarks>
/// Request formats: <see href="https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign"/> and
/// <see href="https://learn.microsoft.com/rest/api/keyvault/keys/get-key-versions/get-key-versions"/>.
/// </remarks>
internal sealed class VaultKey : ISigningKey
{
    private const string Version = "?api-version=7.4";

    private readonly string _uri;
    private readonly HttpPipeline _pipeline;
    private readonly ConcurrentDictionary<string, ECParameters> _known = [];

    /// <param name="uri">The key's address, such as <c>https://kv-….vault.azure.net/keys/register-signing</c>.</param>
    /// <param name="credential">The app's identity.</param>
    /// <param name="transport">The HTTP transport; null for the default.</param>
    public VaultKey(Uri uri, TokenCredential credential, HttpPipelineTransport? transport = null)
    {
        _uri = uri.AbsoluteUri.TrimEnd('/');
        var cloud = uri.Host[(uri.Host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        Options options = new();
        if (transport is not null)
        {
            options.Transport = transport;
        }

        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, $"https://{cloud}/.default"));
    }

    public async Task<string> CurrentAsync(CancellationToken cancellationToken)
    {
        using var key = await SendAsync(RequestMethod.Get, _uri, body: null, cancellationToken);
        return key.RootElement.GetProperty("key").GetProperty("kid").GetString()!;
    }

    public async Task<byte[]> SignAsync(string id, byte[] sha256, CancellationToken cancellationToken)
    {
        using var signed = await SendAsync(
            RequestMethod.Post,
            $"{id}/sign",
            BinaryData.FromObjectAsJson(new { alg = "ES256", value = Base64Url.EncodeToString(sha256) }),
            cancellationToken
        );
        return Base64Url.DecodeFromChars(signed.RootElement.GetProperty("value").GetString());
    }

    public async Task<ECParameters?> PublicKeyAsync(string id, CancellationToken cancellationToken)
    {
        if (!id.StartsWith($"{_uri}/", StringComparison.Ordinal) || !id[(_uri.Length + 1)..].All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        try
        {
            using var found = await SendAsync(RequestMethod.Get, id, body: null, cancellationToken);
            var key = found.RootElement.GetProperty("key");
            return _known[id] = new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Coordinate(key, "x"), Y = Coordinate(key, "y") },
            };
        }
        catch (RequestFailedException failure) when (failure.Status is 400 or 404)
        {
            return null;
        }
    }

    /// <summary>Every version that is enabled: one that was given away is disabled, and what it signed is no longer believed.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellationToken)
    {
        List<string> versions = [];
        for (var next = $"{_uri}/versions{Version}"; next is not null; )
        {
            using var page = await SendAsync(RequestMethod.Get, new Uri(next), body: null, cancellationToken);
            versions.AddRange(
                from version in page.RootElement.GetProperty("value").EnumerateArray()
                where version.GetProperty("attributes").GetProperty("enabled").GetBoolean()
                select version.GetProperty("kid").GetString()
            );
            next = page.RootElement.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        return versions;
    }

    private static byte[] Coordinate(JsonElement key, string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());

    private Task<JsonDocument> SendAsync(RequestMethod method, string address, BinaryData? body, CancellationToken cancellationToken) =>
        SendAsync(method, new Uri(address + Version), body, cancellationToken);

    private async Task<JsonDocument> SendAsync(RequestMethod method, Uri address, BinaryData? body, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
            message.Request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : JsonDocument.Parse(message.Response.Content);
    }

    private sealed class Options : ClientOptions;
}
