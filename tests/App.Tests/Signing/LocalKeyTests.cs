using System.Security.Cryptography;
using MicroCred.App.Signing;
using MicroCred.Tests.Support;
using Microsoft.Extensions.Options;

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

    private static LocalKey At(string path) => new(Options.Create(new SigningOptions { LocalKeyPath = path }));
}
