using System.Net;
using System.Text.RegularExpressions;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Platform;

public sealed class DescriptionTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task Anybody_reads_the_description_of_every_call_of_the_contract()
    {
        var description = (await Anyone.GetAsync("api/openapi.json")).Is(HttpStatusCode.OK).Json;

        Assert.StartsWith("3.", (string?)description["openapi"], StringComparison.Ordinal);
        var described = description["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject(), (path, operation) => $"{operation.Key.ToUpperInvariant()} {Normalised(path.Key)}")
            .ToHashSet();
        Assert.All(Routes.All, route => Assert.Contains($"{route.Method} {Normalised(route.Template)}", described));
    }

    [Fact]
    public async Task Anybody_asks_how_it_is()
    {
        var health = (await Anyone.GetAsync("api/health")).Is(HttpStatusCode.OK);

        Assert.Equal("application/json", health.MediaType);
        Assert.NotEmpty(health.Json.AsObject());
    }

    /// <summary>Without what a parameter is called, and without a leading "/api", which a server's address may hold.</summary>
    private static string Normalised(string path) =>
        Regex.Replace(
            path.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) ? path.TrimStart('/')["api/".Length..] : path.TrimStart('/'),
            @"\{[^}]*\}",
            "{}"
        );
}
