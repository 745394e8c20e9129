using Microsoft.Azure.Functions.Worker;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.App.OpenApi;

namespace MicroCred.App.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void Describes_the_routes_that_functions_have_and_no_others()
    {
        JsonSerializerOptions json = new();
        AppJson.ConfigureHttp(json);
        json.MakeReadOnly(populateMissingResolver: true);

        JsonObject document = OpenApiDocument.Of(typeof(OpenApiDocument).Assembly, json);

        Assert.Equal(
            Triggers().SelectMany(trigger => trigger.Methods!, (trigger, method) => $"{method} /{WithoutConstraints(trigger.Route!)}").Order(StringComparer.Ordinal),
            document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, operation) => $"{operation.Key} {path.Key}").Order(StringComparer.Ordinal));
    }

    /// <summary>The triggers of the interface: pages and what they refer to are none of it, nor is what answers for all that isn't there.</summary>
    private static IEnumerable<HttpTriggerAttribute> Triggers() => typeof(OpenApiDocument).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Where(trigger => trigger.Route?.StartsWith("api/", StringComparison.Ordinal) == true);

    private static string WithoutConstraints(string route) => string.Join('/', route.Split('/').Select(segment =>
        segment.StartsWith('{') ? $"{{{segment.Trim('{', '}').Split(':')[0]}}}" : segment));
}
