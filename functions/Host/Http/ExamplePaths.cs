using Microsoft.AspNetCore.Routing.Template;

namespace MicroCred.Host.Http;

/// <summary>Paths that a route answers, so unlike each other that another route that answers all of them may be taken to answer any.</summary>
internal static class ExamplePaths
{
    private static readonly string[] Values =
        ["7", "12345", "a", "zebra", "a-b_c.d", "1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01", "2026-01-31", "true", "0.5", "d1"];

    /// <summary>None when no value that is known here passes a parameter's constraints.</summary>
    public static IReadOnlyList<PathString> Of(FunctionRoute route)
    {
        var accepted = route.Template.Parameters.ToDictionary(
            parameter => parameter.Name!,
            parameter => Values.Where(value => route.Accepts(parameter.Name!, new RouteValueDictionary { [parameter.Name!] = value })).ToArray());

        return accepted.Values.Any(values => values.Length == 0)
            ? []
            : [.. Enumerable.Range(0, Values.Length).Select(number => Path(route.Template, accepted, number)).Distinct()];
    }

    private static PathString Path(RouteTemplate template, Dictionary<string, string[]> accepted, int number) =>
        new($"/{string.Join('/', template.Segments.Select(segment => string.Concat(segment.Parts.Select(part => Text(part, accepted, number)))))}");

    private static string Text(TemplatePart part, Dictionary<string, string[]> accepted, int number) =>
        part.IsParameter ? accepted[part.Name!][number % accepted[part.Name!].Length] : part.Text!;
}
