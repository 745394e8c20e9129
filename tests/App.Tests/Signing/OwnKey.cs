using System.Security.Cryptography;
using MicroCred.App.Signing;

namespace MicroCred.App.Tests.Signing;

/// <summary>A key that anybody could make.</summary>
internal sealed class OwnKey : ISigningKey, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Task<string> CurrentAsync(CancellationToken cancellationToken) => Task.FromResult("own");

    public Task<byte[]> SignAsync(string id, byte[] sha256, CancellationToken cancellationToken) => Task.FromResult(_key.SignHash(sha256));

    public Task<ECParameters?> PublicKeyAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(id == "own" ? _key.ExportParameters(includePrivateParameters: false) : (ECParameters?)null);

    public Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["own"]);

    public void Dispose() => _key.Dispose();
}
