using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.App.Signing;

namespace MicroCred.App.Tests.Signing;

/// <summary>Requests to Key Vault, answered as its documentation says: no real vault was available.</summary>
public sealed class VaultKeyTests : IDisposable
{
    private const string Uri = "https://kv-microcred.vault.azure.net/keys/register-signing";
    private const string Version = $"{Uri}/0123456789abcdef0123456789abcdef";

    private readonly Vault _vault = new();

    public void Dispose() => _vault.Dispose();

    [Fact]
    public async Task The_newest_version_signs_and_its_public_half_bears_that_out()
    {
        var key = Key();
        var hash = SHA256.HashData("night"u8);

        var id = await key.CurrentAsync(default);
        var signature = await key.SignAsync(id, hash, default);

        Assert.Equal(Version, id);
        using var half = ECDsa.Create((await key.PublicKeyAsync(id, default))!.Value);
        Assert.True(half.VerifyHash(hash, signature));
        Assert.Equal(["GET " + Uri, $"POST {Version}/sign", "GET " + Version], _vault.Asked);
        Assert.Equal("https://vault.azure.net/.default", _vault.Scope);
    }

    [Theory]
    [InlineData("https://kv-other.vault.azure.net/keys/register-signing/0123456789abcdef0123456789abcdef")]
    [InlineData("https://kv-microcred.vault.azure.net/keys/register-signing-of-mine/0123456789abcdef0123456789abcdef")]
    [InlineData($"{Uri}/../../keys/mine/1")]
    [InlineData(Uri)]
    public async Task Another_key_isn_t_even_asked_for(string id)
    {
        Assert.Null(await Key().PublicKeyAsync(id, default));
        Assert.Empty(_vault.Asked);
    }

    [Fact]
    public async Task A_version_that_there_is_not_has_no_public_half() => Assert.Null(await Key().PublicKeyAsync($"{Uri}/ffff", default));

    [Fact]
    public async Task Versions_are_those_that_are_enabled_from_every_page()
    {
        Assert.Equal([Version, $"{Uri}/first"], await Key().VersionsAsync(default));
        Assert.Equal([$"GET {Uri}/versions", $"GET {Uri}/versions"], _vault.Asked);
    }

    [Fact]
    public async Task A_right_that_lacks_is_an_error() =>
        Assert.Equal(
            403,
            (await Assert.ThrowsAsync<RequestFailedException>(() => Key().SignAsync($"{Uri}/forbidden", new byte[32], default))).Status
        );

    private VaultKey Key() => new(new Uri(Uri), _vault, new HttpClientTransport(_vault.Handler));

    /// <summary>A fake vault with one key, and a source of tokens for it.</summary>
    private sealed class Vault : TokenCredential, IDisposable
    {
        private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public Vault() => Handler = new Answers(this);

        public Answers Handler { get; }

        public List<string> Asked { get; } = [];

        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = requestContext.Scopes.Single();
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        public void Dispose()
        {
            _key.Dispose();
            Handler.Dispose();
        }

        internal sealed class Answers(Vault vault) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Assert.Equal("Bearer token", $"{request.Headers.Authorization}");
                Assert.StartsWith("?api-version=7.4", request.RequestUri!.Query, StringComparison.Ordinal);
                var address = request.RequestUri.GetLeftPart(UriPartial.Path);
                vault.Asked.Add($"{request.Method} {address}");
                return address switch
                {
                    Uri or Version => Answer(new { key = Public() }),
                    Uri + "/versions" when request.RequestUri.Query.Contains("skip", StringComparison.Ordinal) => Answer(
                        new { value = new[] { Listed("given-away", isEnabled: false), Listed("first", isEnabled: true) } }
                    ),
                    Uri + "/versions" => Answer(
                        new
                        {
                            value = new[] { Listed(Version[(Uri.Length + 1)..], isEnabled: true) },
                            nextLink = $"{Uri}/versions?api-version=7.4&$skiptoken=1",
                        }
                    ),
                    Version + "/sign" => Answer(await SignedAsync(request, cancellationToken)),
                    _ when address.EndsWith("/sign", StringComparison.Ordinal) => new HttpResponseMessage(HttpStatusCode.Forbidden),
                    _ => new HttpResponseMessage(HttpStatusCode.NotFound),
                };
            }

            private static HttpResponseMessage Answer(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

            private static object Listed(string version, bool isEnabled) =>
                new { kid = $"{Uri}/{version}", attributes = new { enabled = isEnabled } };

            private object Public()
            {
                var point = vault._key.ExportParameters(includePrivateParameters: false).Q;
                return new
                {
                    kid = Version,
                    kty = "EC",
                    crv = "P-256",
                    x = Base64Url.EncodeToString(point.X),
                    y = Base64Url.EncodeToString(point.Y),
                };
            }

            private async Task<object> SignedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var order = (await request.Content!.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
                Assert.Equal("ES256", (string?)order["alg"]);
                var hash = Base64Url.DecodeFromChars((string)order["value"]!);
                return new { kid = Version, value = Base64Url.EncodeToString(vault._key.SignHash(hash)) };
            }
        }
    }
}
