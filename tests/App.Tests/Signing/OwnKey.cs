using System.Security.Cryptography;
using MicroCred.App.Signing;

namespace MicroCred.App.Tests.Signing;

/// <summary>A key that anybody may make.</summary>
internal sealed class OwnKey : ISigningKey, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Task<string> Current(CancellationToken cancel) => Task.FromResult("own");

    public Task<byte[]> Sign(string id, byte[] sha256, CancellationToken cancel) => Task.FromResult(_key.SignHash(sha256));

    public Task<ECParameters?> PublicKey(string id, CancellationToken cancel) =>
        Task.FromResult(id == "own" ? _key.ExportParameters(includePrivateParameters: false) : (ECParameters?)null);

    public void Dispose() => _key.Dispose();
}
