using System.Diagnostics;
using System.Text.Json;
using MicroCred.Host.Worker;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace MicroCred.Host.Http;

/// <summary>
/// The app's routes, in the alphabetical order of their functions' names: as on the real host, the first match answers, even if a later one
/// fits better. ASP.NET Core's routing does the matching, with that order.
/// </summary>
internal sealed class RouteTable
{
    private static readonly string[] Reserved = ["admin/host", "runtime/webhooks", ".auth"];

    /// <summary>Diverse values: a route that matches all of them that a parameter accepts is taken to match everything.</summary>
    private static readonly string[] Examples =
        ["7", "12345", "a", "zebra", "a-b_c.d", "1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01", "2026-01-31", "true", "0.5", "d1"];

    // Only the constraints that the real host knows; constraints that an app adds to its own routing aren't included.
    private readonly IServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(new DiagnosticListener("Routes"))
        .AddRouting(options => options.SetParameterPolicy<RegexInlineRouteConstraint>("regex")).BuildServiceProvider();
    private readonly RequestDelegate _match;

    /// <param name="functions">All functions; those without an HTTP trigger are ignored.</param>
    /// <param name="prefix">The prefix of all routes.</param>
    /// <param name="faults">Collects routes that are invalid, reserved by the host, or never reached.</param>
    public RouteTable(IEnumerable<FunctionMetadata> functions, string prefix, List<string> faults)
    {
        List<RouteEndpoint> routes = [];
        foreach (var function in functions.Where(function => function.IsHttp).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                var pattern = RoutePatternFactory.Parse($"{prefix}/{function.TriggerProperty("route") ?? function.Name}".Trim('/'));
                if (Reserved.Any(path => $"{pattern.RawText}/".StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase)))
                    faults.Add($"{function.Name}: /{pattern.RawText} is the host's own to answer. Give the function another route.");
                _ = ExamplesOf(pattern);
                var methods = JsonSerializer.Deserialize<string[]>(function.TriggerProperty("methods") ?? "[]")!;
                routes.Add(new(_ => Task.CompletedTask, pattern, routes.Count, new(function, new HttpMethodMetadata(methods)), function.Name));
            }
            catch (Exception unreadable) when (unreadable is ArgumentException or InvalidOperationException or RoutePatternException)
            {
                faults.Add($"{function.Name}: its route can't be read. {unreadable.Message}");
            }
        }

        ApplicationBuilder routing = new(_services);
        routing.UseRouting().Use(_ => _ => Task.CompletedTask).UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(routes)));
        _match = routing.Build();
        foreach (var route in routes)
        {
            foreach (var method in route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.DefaultIfEmpty("get"))
            {
                var answering = ExamplesOf(route.RoutePattern).Select(path => Find(method, path)).ToList();
                if (answering is [{ } first, ..] && !answering.Contains(route))
                    faults.Add($"{route.DisplayName}: {method} /{route.RoutePattern.RawText} is never reached, since {first.DisplayName} comes before it in the alphabet and answers it.");
            }
        }
    }

    /// <summary>The function that answers a request; null where there is none.</summary>
    public static FunctionMetadata? FunctionOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FunctionMetadata>();

    /// <summary>Sets the request's function and route values for the next middleware.</summary>
    public async Task MatchAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.Value!.Contains("//", StringComparison.Ordinal)) // 404 on the real host.
            await _match(context);
        await next(context);
    }

    private Endpoint? Find(string method, string path)
    {
        DefaultHttpContext context = new() { RequestServices = _services, Request = { Method = method.ToUpperInvariant(), Path = path } };
        _match(context).GetAwaiter().GetResult();
        return context.GetEndpoint();
    }

    /// <summary>Example paths of a route; none when a parameter accepts no example.</summary>
    /// <exception cref="InvalidOperationException">The route has a constraint that the real host doesn't know.</exception>
    private List<string> ExamplesOf(RoutePattern pattern)
    {
        var policies = _services.GetRequiredService<ParameterPolicyFactory>();
        var taken = pattern.Parameters.ToDictionary(parameter => parameter.Name, parameter =>
        {
            var constraints = parameter.ParameterPolicies.Select(policy => policies.Create(parameter, policy)).OfType<IRouteConstraint>().ToList();
            return Examples.Where(example => constraints.All(constraint =>
                constraint.Match(null, null, parameter.Name, new() { [parameter.Name] = example }, RouteDirection.IncomingRequest))).ToList();
        });
        return taken.Values.Any(examples => examples.Count == 0) ? [] : [.. Enumerable.Range(0, Examples.Length).Select(PathOf).Distinct()];

        string PathOf(int number) => string.Concat(pattern.PathSegments.Select(segment => $"/{string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => taken[parameter.Name][number % taken[parameter.Name].Count],
            RoutePatternLiteralPart literal => literal.Content,
            var separator => ((RoutePatternSeparatorPart)separator).Content,
        }))}"));
    }
}
