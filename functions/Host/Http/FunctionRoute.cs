using System.Text.Json;
using MicroCred.Host.Worker;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Options;

namespace MicroCred.Host.Http;

/// <summary>The requests that an HTTP function answers: a template with its constraints, and methods.</summary>
internal sealed class FunctionRoute
{
    // The constraints that the real host knows; those that an app adds to its own routing are not among them.
    private static readonly DefaultInlineConstraintResolver Known = KnownConstraints();

    private readonly TemplateMatcher _matcher;
    private readonly IDictionary<string, IRouteConstraint> _constraints;

    /// <exception cref="ArgumentException">The template can't be read.</exception>
    /// <exception cref="InvalidOperationException">It has a constraint that the host doesn't know.</exception>
    public FunctionRoute(FunctionMetadata function, string prefix)
    {
        Function = function;
        Template = TemplateParser.Parse($"{prefix}/{function.TriggerProperty("route") ?? function.Name}".Trim('/'));
        Methods = function.TriggerProperty("methods") is { } methods ? JsonSerializer.Deserialize<string[]>(methods)! : [];

        RouteConstraintBuilder constraints = new(Known, Template.TemplateText!);
        foreach (var parameter in Template.Parameters)
        {
            if (parameter.IsOptional)
                constraints.SetOptional(parameter.Name!);
            foreach (var constraint in parameter.InlineConstraints)
                constraints.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
        }

        _constraints = constraints.Build();
        _matcher = new TemplateMatcher(Template, new RouteValueDictionary(
            Template.Parameters.Where(parameter => parameter.DefaultValue is not null)
                .Select(parameter => KeyValuePair.Create(parameter.Name!, parameter.DefaultValue))));
    }

    public FunctionMetadata Function { get; }

    public RouteTemplate Template { get; }

    /// <summary>The methods that are answered; none means all.</summary>
    public IReadOnlyList<string> Methods { get; }

    public bool Answers(string method) => Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of the route's parameters; null when the path is not one of this route's.</summary>
    public RouteValueDictionary? Match(PathString path)
    {
        RouteValueDictionary values = [];
        return _matcher.TryMatch(path, values) && _constraints.Keys.All(parameter => Accepts(parameter, values)) ? values : null;
    }

    /// <summary>Whether a parameter's constraints let its value pass.</summary>
    public bool Accepts(string parameter, RouteValueDictionary values) =>
        !_constraints.TryGetValue(parameter, out var constraint)
        || constraint.Match(httpContext: null, route: null, parameter, values, RouteDirection.IncomingRequest);

    public override string ToString() => $"/{Template.TemplateText}";

    private static DefaultInlineConstraintResolver KnownConstraints()
    {
        RouteOptions options = new();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        return new DefaultInlineConstraintResolver(Options.Create(options), new ServiceCollection().BuildServiceProvider());
    }
}
