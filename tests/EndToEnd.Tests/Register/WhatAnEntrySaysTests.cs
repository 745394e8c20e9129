using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>What an application says of ways, conditions, partners and places, from the body to the entry.</summary>
public sealed class WhatAnEntrySaysTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly string[] OfTheMicroCredential =
    [
        "recognitionOfPriorLearning",
        "awardRequires",
        "assessorRequirements",
        "restrictedTo",
        "languages",
        "deliverySites",
    ];

    private static readonly string[] OfTheWhole = ["partners", "commissionedBy", "universityApproval"];

    [Fact]
    public async Task Its_provider_reads_back_all_that_it_said()
    {
        var body = Everything();
        var read = (await (await Instance.DraftAsync("vuw", body)).ReadAsync()).Json;

        foreach (var fact in (string[])[.. OfTheMicroCredential, "pathways", "moderation", "expectedLearnersPerYear"])
        {
            AssertSame(body["microCredential"]![fact], read["microCredential"]![fact]);
        }

        foreach (var fact in OfTheWhole)
        {
            AssertSame(body[fact], read[fact]);
        }

        Assert.Equal("We added it.", (string?)read["need"]!["stakeholders"]![0]!["response"]);
    }

    [Fact]
    public async Task The_entry_has_what_is_public_and_nothing_else()
    {
        var body = Everything();
        var entry = await EntryAsync(await PublishAsync(body));

        Assert.All(OfTheMicroCredential, fact => AssertSame(body["microCredential"]![fact], entry[fact]));
        Assert.All(OfTheWhole, fact => AssertSame(body[fact], entry[fact]));
        Assert.All((string[])["need", "moderation", "expectedLearnersPerYear", "contact", "fee"], secret =>
            Assert.False(entry.AsObject().ContainsKey(secret))
        );
        Assert.Empty(entry["linkedFrom"]!.AsArray());
    }

    [Fact]
    public async Task The_entrys_page_CSV_and_linked_data_have_it_too()
    {
        var number = await PublishAsync(Everything());

        var page = WebUtility.HtmlDecode((await Anyone.GetAsync($"register/{number}")).Is(HttpStatusCode.OK).Text);
        var row = Assert.Single((await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK).Text.Split("\r\n"), line =>
            line.StartsWith($"{number},", StringComparison.Ordinal)
        );
        var linked = (await Anyone.GetAsync($"api/register/{number}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK).Json;

        Assert.All(
            (string[])["A new apprenticeship", "Shows it at work.", "A licence", "Two years at work", "One firm's staff", "Ōtautahi"],
            fact => Assert.Contains(fact, page, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Another firm looks at one in ten.", page, StringComparison.Ordinal);
        Assert.All(
            (string[])
                [
                    ",LeadsTo||A new apprenticeship,Shows it at work.,A licence,Two years at work,en-NZ;mi,",
                    ",Auckland;Ōtautahi,One firm's staff,A firm|Employer|Lends tools.,A ministry,Academic Board|2020-02-17|AB 1,",
                ],
            cells => Assert.Contains(cells, row, StringComparison.Ordinal)
        );
        AssertSame(new JsonArray("en-NZ", "mi"), linked["ceterms:inLanguage"]);
        Assert.Equal("A new apprenticeship", (string?)linked["ceterms:isPreparationFor"]![0]!["ceterms:description"]);
        Assert.Equal("A licence", (string?)linked["ceterms:requires"]![0]!["ceterms:description"]);
        Assert.Equal("Ōtautahi", (string?)linked["ceterms:availableAt"]![1]!["ceterms:name"]);
    }

    [Fact]
    public async Task A_pathway_to_a_number_has_the_targets_title_and_the_target_leads_back()
    {
        var first = ApplicationBody.University();
        var target = await PublishAsync(first);
        var second = ApplicationBody
            .University()
            .With("microCredential.pathways", new JsonArray(Pathway("Follows", target, "As we call it")));
        var source = await PublishAsync(second);

        AssertSame(new JsonArray(Pathway("Follows", target, first.Title())), (await EntryAsync(source))["pathways"]);
        AssertSame(new JsonArray(Pathway("Follows", source, second.Title())), (await LinkedAsync(target, source)).Json["linkedFrom"]);
        await AssertPageLinksAsync(source, target);
        await AssertPageLinksAsync(target, source);
        var listed = (await Anyone.GetAsync($"api/register?q={Uri.EscapeDataString(first.Title())}")).Is(HttpStatusCode.OK).Json["items"];
        Assert.Contains(listed!.AsArray(), entry => (int?)entry!["linkedFrom"]!.AsArray().FirstOrDefault()?["registerNumber"] == source);
        var linked = (await Anyone.GetAsync($"api/register/{source}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK).Json;
        Assert.EndsWith(
            $"/register/{target}",
            (string?)linked["ceterms:preparationFrom"]![0]!["ceterms:targetCredential"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_linked_entry_is_changed_under_the_tag_that_it_is_read_with()
    {
        var target = await PublishAsync(ApplicationBody.University());
        var source = await PublishAsync(
            ApplicationBody.University().With("microCredential.pathways", new JsonArray(Pathway("LeadsTo", target, null)))
        );
        var read = await LinkedAsync(target, source);

        var changed = (
            await As("registrar")
                .PostAsync(
                    $"api/register/{target}/status",
                    new JsonObject { ["status"] = "Expiring", ["reason"] = "A test." },
                    Header.IfMatch(read.ETag)
                )
        ).Is(HttpStatusCode.OK);

        AssertSame(read.Json["linkedFrom"], changed.Json["linkedFrom"]);
        AssertSame(read.Json["linkedFrom"], (await EntryAsync(target))["linkedFrom"]);
    }

    private static JsonObject Everything()
    {
        var body = ApplicationBody.University();
        body["need"]!["stakeholders"]![0]!["response"] = "We added it.";
        return body.With("microCredential.pathways", new JsonArray(Pathway("LeadsTo", null, "A new apprenticeship")))
            .With("microCredential.recognitionOfPriorLearning", "Shows it at work.")
            .With("microCredential.awardRequires", "A licence")
            .With("microCredential.assessorRequirements", "Two years at work")
            .With("microCredential.moderation", "Another firm looks at one in ten.")
            .With("microCredential.restrictedTo", "One firm's staff")
            .With("microCredential.languages", new JsonArray("en-NZ", "mi"))
            .With("microCredential.deliverySites", new JsonArray("Auckland", "Ōtautahi"))
            .With("microCredential.expectedLearnersPerYear", 0)
            .With("partners", new JsonArray(Partner("A firm", "Employer", "Lends tools.")))
            .With("commissionedBy", "A ministry")
            .With(
                "universityApproval",
                new JsonObject
                {
                    ["body"] = "Academic Board",
                    ["date"] = "2020-02-17",
                    ["reference"] = "AB 1",
                }
            );
    }

    private static JsonObject Pathway(string kind, int? number, string? name)
    {
        JsonObject pathway = new() { ["kind"] = kind };
        if (number is not null)
        {
            pathway["registerNumber"] = number;
        }

        if (name is not null)
        {
            pathway["name"] = name;
        }

        return pathway;
    }

    private static JsonObject Partner(string name, string kind, string part) =>
        new()
        {
            ["name"] = name,
            ["kind"] = kind,
            ["part"] = part,
        };

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(
            expected is not null && JsonNode.DeepEquals(expected, actual),
            $"{actual?.ToJsonString()} should be {expected?.ToJsonString()}"
        );

    private async Task AssertPageLinksAsync(int from, int to) =>
        Assert.Contains(
            $"href=\"/register/{to}\"",
            (await Anyone.GetAsync($"register/{from}")).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );

    private async Task<JsonNode> EntryAsync(int number) => (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;

    /// <summary>The target's entry once it names the source: an entry is public before the entries that it leads to are written anew.</summary>
    private Task<Answer> LinkedAsync(int target, int source) =>
        Patience.UntilAsync<Answer>(
            async () =>
            {
                var read = (await Anyone.GetAsync($"api/register/{target}")).Is(HttpStatusCode.OK);
                return read.Json["linkedFrom"] is JsonArray links && links.Any(link => (int?)link!["registerNumber"] == source)
                    ? read
                    : null;
            },
            () => $"{target} doesn't name {source}."
        );

    private async Task<int> PublishAsync(JsonObject body) =>
        (int)(await (await Instance.PublishedAsync(body)).ReadAsync()).Json["registerNumber"]!;
}
