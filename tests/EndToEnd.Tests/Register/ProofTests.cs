using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;
using MicroCred.Verification;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>What anybody can check of the register, by a program that shares no code with it.</summary>
[Collection(nameof(Alone))]
public sealed class ProofTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task All_that_is_published_holds_and_a_change_of_it_does_not()
    {
        var first = await PublishAsync(ApplicationBody.University());
        var kept = await TextAsync("api/register/log/head");
        var number = await PublishAsync(ApplicationBody.Of("introduction-to-digital-accessibility"));
        var entry = await TextAsync($"api/register/{number}");
        string[] ofTheEntry =
        [
            await TextAsync(".well-known/jwks.json"),
            await TextAsync($"api/register/{number}/proof"),
            await TextAsync($"api/register/{number}/badge"),
        ];
        var head = await TextAsync("api/register/log/head");
        var (from, to) = (SizeOf(kept), SizeOf(head));
        var leaves = await LeavesAsync(to);

        AllHold([.. ofTheEntry, entry, kept, head, leaves]);
        AllHold([ofTheEntry[0], kept, head, await TextAsync($"api/register/log/consistency?from={from}&to={to}")]);
        var changed = entry.Replace("\"credits\":5", "\"credits\":6", StringComparison.Ordinal);
        Assert.NotEqual(entry, changed);
        Assert.Contains(Judge([.. ofTheEntry, changed]), verdict => verdict.Outcome == Outcome.Wrong);
        Assert.Contains(Judge([.. ofTheEntry, await TextAsync($"api/register/{first}")]), verdict => verdict.Outcome == Outcome.Unknown);
        Assert.Equal($"/api/register/{number}/proof", (string?)JsonNode.Parse(entry)!["proof"]);
    }

    [Fact]
    public async Task A_leaf_says_nothing_private_and_is_shown_to_be_in_the_log()
    {
        var body = ApplicationBody.University();
        var number = await PublishAsync(body);
        var proof = (await Anyone.GetAsync($"api/register/{number}/proof")).Is(HttpStatusCode.OK).Json;

        var leaf = JsonNode.Parse((string)proof["data"]!)!.AsObject();
        Assert.Equal(["at", "entry", "kind", "number", "seq", "version"], leaf.Select(member => member.Key));
        Assert.Equal((number, 1, (long)proof["leaf"]! + 1), ((int)leaf["number"]!, (int)leaf["version"]!, (long)leaf["seq"]!));
        var path = (await Anyone.GetAsync($"api/register/log/proof?leaf={proof["leaf"]}&size={proof["size"]}")).Is(HttpStatusCode.OK);
        Assert.True(JsonNode.DeepEquals(proof["path"], path.Json["path"]));
        Assert.Contains("immutable", path.Header("Cache-Control"), StringComparison.Ordinal);
        var leaves = (await Anyone.GetAsync($"api/register/log/leaves?from={proof["leaf"]}&limit=1")).Is(HttpStatusCode.OK).Json;
        Assert.Equal((string?)proof["data"], (string?)Assert.Single(leaves["items"]!.AsArray()));
    }

    [Theory]
    [InlineData("log/proof")]
    [InlineData("log/proof?leaf=x")]
    [InlineData("log/proof?leaf=-1")]
    [InlineData("log/proof?leaf=0&size=0")]
    [InlineData("log/proof?leaf=1&size=1")]
    [InlineData("log/proof?leaf=999999999")]
    [InlineData("log/proof?leaf=0&size=999999999")]
    [InlineData("log/consistency?from=0&to=1")]
    [InlineData("log/consistency?from=1")]
    [InlineData("log/consistency?to=1")]
    [InlineData("log/consistency?from=2&to=1")]
    [InlineData("log/consistency?from=1&to=999999999")]
    [InlineData("log/leaves?from=x")]
    [InlineData("log/leaves?limit=0")]
    public async Task What_no_tree_has_is_refused(string question)
    {
        await PublishAsync(ApplicationBody.University());
        (await Anyone.GetAsync($"api/register/{question}")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_an_entry_that_is_not_there_nothing_is_shown()
    {
        (await Anyone.GetAsync("api/register/999999/proof")).Is(HttpStatusCode.NotFound);
        (await Anyone.GetAsync("api/register/999999/badge")).Is(HttpStatusCode.NotFound);
        Assert.Empty((await Anyone.GetAsync("api/register/log/leaves?from=999999999")).Is(HttpStatusCode.OK).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var number = await PublishAsync(ApplicationBody.University());
        foreach (var address in (string[])[$"api/register/{number}/badge", ".well-known/jwks.json", "api/register/log/proof?leaf=0&size=1"])
        {
            var first = (await Anyone.GetAsync(address)).Is(HttpStatusCode.OK);
            Assert.StartsWith("\"", first.ETag);
            Assert.NotNull(first.Header("Cache-Control"));
            Assert.Empty((await Anyone.GetAsync(address, Header.IfNoneMatch(first.ETag))).Is(HttpStatusCode.NotModified).Bytes);
        }

        Assert.Equal("application/vc+jwt", (await Anyone.GetAsync($"api/register/{number}/badge")).MediaType);
    }

    /// <summary>The number of an entry that is in the log.</summary>
    private async Task<int> PublishAsync(JsonObject body)
    {
        var number = (int)(await (await Instance.PublishedAsync(body)).ReadAsync()).Json["registerNumber"]!;
        await Patience.UntilAsync(
            async () => (await Anyone.GetAsync($"api/register/{number}/proof")).Status == HttpStatusCode.OK,
            () => $"Entry {number} never came into the log."
        );
        return number;
    }

    private async Task<string> LeavesAsync(long size)
    {
        JsonArray leaves = [];
        while (leaves.Count < size)
        {
            var page = (await Anyone.GetAsync($"api/register/log/leaves?from={leaves.Count}&limit=200")).Is(HttpStatusCode.OK).Json;
            foreach (var leaf in page["items"]!.AsArray().Take((int)size - leaves.Count))
            {
                leaves.Add(leaf!.DeepClone());
            }
        }

        return new JsonObject { ["items"] = leaves }.ToJsonString();
    }

    private async Task<string> TextAsync(string address) => (await Anyone.GetAsync(address)).Is(HttpStatusCode.OK).Text;

    private static long SizeOf(string head) => (long)JsonNode.Parse(head)!["size"]!;

    private static void AllHold(IEnumerable<string> files) =>
        Assert.All(Judge(files), verdict => Assert.True(verdict.Outcome == Outcome.Right, verdict.Sentence));

    private static IReadOnlyList<Verdict> Judge(IEnumerable<string> files)
    {
        Evidence evidence = new();
        foreach (var (index, file) in files.Index())
        {
            evidence.Add($"file {index}", System.Text.Encoding.UTF8.GetBytes(file));
        }

        return evidence.Judge();
    }
}
