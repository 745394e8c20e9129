using System.Security.Cryptography;
using MicroCred.App.Signing;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Signing;

public sealed class LocalKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Is_made_at_its_first_use_once_and_found_again()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => At(_folder["keys/own.pem"]).CurrentAsync(default))));

        Assert.Single(ids.Distinct());
        Assert.Equal(["own.pem"], Directory.GetFiles(_folder["keys"]).Select(Path.GetFileName));
        Assert.Equal(ids[0], await At(_folder["keys/own.pem"]).CurrentAsync(default));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["keys/own.pem"]));
        }
    }

    [Fact]
    public async Task Signs_what_its_public_half_bears_out_and_knows_no_other_s()
    {
        var key = At(_folder["own.pem"]);
        var id = await key.CurrentAsync(default);
        var hash = SHA256.HashData("night"u8);

        using var half = ECDsa.Create((await key.PublicKeyAsync(id, default))!.Value);
        Assert.True(half.VerifyHash(hash, await key.SignAsync(id, hash, default)));
        Assert.Null(await key.PublicKeyAsync("another", default));
    }

    [Fact]
    public async Task Is_nowhere_where_no_place_is_set() =>
        Assert.Contains(
            "Signing__KeyUri",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => At("").CurrentAsync(default))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_key_put_before_it_takes_its_place_and_what_it_signed_stays_valid()
    {
        var path = _folder["own.pem"];
        var former = await At(path).CurrentAsync(default);
        var jws = await new Jws(At(path)).SignAsync("head", "payload"u8.ToArray(), default);
        using (var next = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(path, $"{next.ExportPkcs8PrivateKeyPem()}\n{await File.ReadAllTextAsync(path)}");
        }

        var current = await At(path).CurrentAsync(default);
        Assert.NotEqual(former, current);
        Assert.Equal([current, former], await At(path).VersionsAsync(default));
        Assert.NotNull(await new Jws(At(path)).OpenAsync("head", jws, default));
        Assert.NotNull(
            await new Jws(At(path)).OpenAsync("head", await new Jws(At(path)).SignAsync("head", "new"u8.ToArray(), default), default)
        );
    }

    private static LocalKey At(string path) => new(path);
}
