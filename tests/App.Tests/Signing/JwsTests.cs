using System.Buffers.Text;
using System.Text;
using MicroCred.App.Signing;

namespace MicroCred.App.Tests.Signing;

public sealed class JwsTests : IDisposable
{
    private readonly OwnKey _key = new();

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Opens_what_the_key_signed()
    {
        var jws = await new Jws(_key).SignAsync("night", "Te reo Māori."u8.ToArray(), default);

        Assert.Equal(
            """{"alg":"ES256","kid":"own","typ":"night"}""",
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(jws.Split('.')[0]))
        );
        Assert.Equal("Te reo Māori.", Encoding.UTF8.GetString((await new Jws(_key).OpenAsync("night", jws, default))!));
    }

    [Fact]
    public async Task Opens_nothing_that_was_signed_for_another_purpose_by_another_key_or_changed()
    {
        using OwnKey other = new();
        var jws = await new Jws(_key).SignAsync("night", "payload"u8.ToArray(), default);
        var parts = jws.Split('.');

        Assert.Null(await new Jws(_key).OpenAsync("badge", jws, default));
        Assert.Null(await new Jws(other).OpenAsync("night", jws, default));
        Assert.Null(await new Jws(_key).OpenAsync("night", $"{parts[0]}.{Base64Url.EncodeToString("another"u8)}.{parts[2]}", default));
        Assert.Null(await new Jws(_key).OpenAsync("night", $"{parts[0]}.{parts[1]}.", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("!.!.!")]
    [InlineData("bm90IGpzb24.cGF5bG9hZA.c2lnbmF0dXJl")]
    [InlineData("eyJhbGciOiJub25lIiwia2lkIjoib3duIiwidHlwIjoibmlnaHQifQ.cGF5bG9hZA.")]
    public async Task Opens_nothing_that_is_no_signature(string text) => Assert.Null(await new Jws(_key).OpenAsync("night", text, default));
}
