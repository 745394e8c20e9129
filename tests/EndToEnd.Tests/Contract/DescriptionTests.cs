using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Contract;

public sealed class DescriptionTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly string[] WithExamples =
    [
        "application/json",
        "application/ld+json",
        "application/problem+json",
        "multipart/form-data",
    ];

    [Fact]
    public async Task The_description_is_clean_and_each_example_fits_its_schema() =>
        await Redocly.AssertCleanAsync(await DescriptionAsync());

    [Fact]
    public async Task An_example_that_does_not_fit_its_schema_is_found()
    {
        var description = await DescriptionAsync();
        var decision = description["paths"]!["/api/tasks/{id}/decision"]!["post"]!;
        decision["requestBody"]!["content"]!["application/json"]!["example"]!["outcome"] = "Perhaps";

        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Redocly.AssertCleanAsync(description));

        Assert.Contains("no-invalid-media-type-examples", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_body_and_every_answer_in_JSON_has_an_example()
    {
        var description = await DescriptionAsync();
        var operations = description["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject(), (path, operation) => (Call: $"{operation.Key} {path.Key}", operation.Value))
            .ToList();

        var media = operations
            .SelectMany(operation => Media(operation.Call, operation.Value!))
            .Concat(description["components"]!["responses"]!.AsObject().SelectMany(problem => OfContent(problem.Key, problem.Value!)))
            .ToList();
        Assert.True(media.Count > operations.Count, "There are more bodies and answers than calls.");
        Assert.All(media, found => Assert.True(found.Described["example"] is not null && found.Described["schema"] is not null, found.Of));
    }

    [Theory]
    [InlineData("GET", "/api/applications", "isn't described as answering 201")]
    [InlineData("PUT", "/api/applications/1", "isn't described as answering 201")]
    [InlineData("POST", "/api/applications/1/documents", "is described as answering with ETag")]
    public async Task An_answer_that_is_not_described_is_found(string method, string path, string fault)
    {
        using var made = new HttpResponseMessage(HttpStatusCode.Created)
        {
            Headers = { Location = new("/api/applications/1", UriKind.Relative) },
            Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")),
        };
        var answer = new Answer($"{method} {path}", made, "{}"u8.ToArray());

        var description = new Description(await DescriptionAsync());

        var found = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => description.Demand(method, path, answer));

        Assert.Contains(fault, found.Message, StringComparison.Ordinal);
    }

    private async Task<JsonObject> DescriptionAsync() => (await Anyone.GetAsync("api/openapi.json")).Is(HttpStatusCode.OK).Json.AsObject();

    private static IEnumerable<(string Of, JsonObject Described)> Media(string call, JsonNode operation) =>
        (operation["requestBody"] is { } body ? OfContent($"{call}: its body", body) : []).Concat(
            operation["responses"]!.AsObject().SelectMany(answer => OfContent($"{call}: {answer.Key}", answer.Value!))
        );

    private static IEnumerable<(string Of, JsonObject Described)> OfContent(string of, JsonNode described) =>
        (described["content"]?.AsObject() ?? [])
            .Where(type => WithExamples.Contains(type.Key))
            .Select(type => ($"{of} in {type.Key}", type.Value!.AsObject()));
}
