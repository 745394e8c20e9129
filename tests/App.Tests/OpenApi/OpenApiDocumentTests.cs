using System.Reflection;
using System.Text.Json;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.App.Serialization;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void Describes_the_routes_that_functions_have_and_no_others()
    {
        JsonSerializerOptions json = new();
        AppJson.ConfigureHttp(json);
        json.MakeReadOnly(populateMissingResolver: true);

        var document = OpenApiDocument.Of(typeof(OpenApiDocument).Assembly, json);

        Assert.Equal(
            Triggers()
                .SelectMany(trigger => trigger.Methods!, (trigger, method) => $"{method} /{WithoutConstraints(trigger.Route!)}")
                .Order(StringComparer.Ordinal),
            document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject(), (path, operation) => $"{operation.Key} {path.Key}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_text_and_list_that_people_send_has_a_limit_and_says_so()
    {
        var schemas = OpenApiDocument.Of(typeof(OpenApiDocument).Assembly, AppJson.Api)["components"]!["schemas"]!.AsObject();
        var bodies = typeof(OpenApiDocument)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TakesAttribute>())
            .Select(takes => takes.Body)
            .Where(type => type.Namespace!.StartsWith("MicroCred", StringComparison.Ordinal));

        Assert.Equal(
            (TextLimit.Title, 200),
            (TextLimit.Title, (int)schemas["MicroCredentialContent"]!["properties"]!["title"]!["maxLength"]!)
        );
        Assert.Empty(bodies.Distinct().SelectMany(body => Unlimited(body, [])));
    }

    /// <summary>The texts and lists without a limit in a body and in everything it contains.</summary>
    private static IEnumerable<string> Unlimited(Type body, HashSet<Type> seen) =>
        !seen.Add(body)
            ? []
            : body.GetProperties()
                .SelectMany(property =>
                {
                    var item =
                        property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                            ? property.PropertyType.GetGenericArguments()[0]
                            : null;
                    var type = Nullable.GetUnderlyingType(item ?? property.PropertyType) ?? item ?? property.PropertyType;
                    var lacks =
                        (type == typeof(string) && property.GetCustomAttribute<TextLimitAttribute>() is null)
                        || (item is not null && property.GetCustomAttribute<ListLimitAttribute>() is null);
                    return (lacks ? [$"{body.Name}.{property.Name}"] : Enumerable.Empty<string>()).Concat(
                        type.Namespace!.StartsWith("MicroCred", StringComparison.Ordinal) && !type.IsEnum && !type.IsValueType
                            ? Unlimited(type, seen)
                            : []
                    );
                });

    /// <summary>The API's triggers, without pages, their resources and the catch-all function.</summary>
    private static IEnumerable<HttpTriggerAttribute> Triggers() =>
        typeof(OpenApiDocument)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .Where(trigger =>
                trigger.Route is { } route
                && (route.StartsWith("api/", StringComparison.Ordinal) || route.StartsWith(".well-known/", StringComparison.Ordinal))
            );

    private static string WithoutConstraints(string route) =>
        string.Join(
            '/',
            route.Split('/').Select(segment => segment.StartsWith('{') ? $"{{{segment.Trim('{', '}').Split(':')[0]}}}" : segment)
        );
}
