using System.Text;

namespace MicroCred.Approval.Tests;

public sealed class RegisterLeafTests
{
    private static readonly RegisterLeaf Leaf = new(
        7,
        new DateTimeOffset(2026, 12, 1, 13, 30, 0, TimeSpan.FromHours(13)),
        "Published",
        Number: 12,
        Version: 1,
        Entry: "ab"
    );

    [Fact]
    public void A_leaf_is_canonical_JSON_with_its_time_in_UTC() =>
        Assert.Equal("""{"at":"2026-12-01T00:30:00+00:00","entry":"ab","kind":"Published","number":12,"seq":7,"version":1}""", Leaf.Text);

    [Fact]
    public void What_is_of_no_entry_has_nulls() =>
        Assert.Equal(
            """{"at":"2026-12-01T00:30:00+00:00","entry":null,"kind":"Imported","number":null,"seq":7,"version":null}""",
            (Leaf with { Kind = "Imported", Number = null, Version = null, Entry = null }).Text
        );

    [Theory]
    [InlineData("""{"number":12,"title":"Bread"}""")]
    [InlineData("""{ "title": "Br\u0065ad", "number": 12.0 }""")]
    [InlineData("""{"number":12,"title":"Bread","proof":{"leaf":3},"linkedFrom":[{"name":"Cakes"}]}""")]
    public void An_entrys_hash_is_of_what_it_says_without_its_proof_and_its_links(string entry) =>
        // printf '{"number":12,"title":"Bread"}' | sha256sum
        Assert.Equal("8917ea3552782e926bb37e2077b0a1465239925d9a721607ef70e9e752c6598b", HashOf(entry));

    [Theory]
    [InlineData("""{"number":12,"title":"bread"}""")]
    [InlineData("""{"number":12}""")]
    [InlineData("""{"number":12,"title":"Bread","level":null}""")]
    public void An_entry_that_says_something_else_has_another_hash(string entry) =>
        Assert.NotEqual(HashOf("""{"number":12,"title":"Bread"}"""), HashOf(entry));

    private static string HashOf(string entry) => RegisterLeaf.HashOf(Encoding.UTF8.GetBytes(entry));
}
