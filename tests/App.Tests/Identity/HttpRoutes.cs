using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MicroCred.App.Identity;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Identity;

/// <summary>A route of the app, read from a function's attributes, so that new functions are covered automatically.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Template">The route template.</param>
/// <param name="IsPublic">Whether anyone may call it.</param>
/// <param name="IsAnyones">Whether anyone who is signed in may call it.</param>
/// <param name="Roles">The allowed roles where it is neither.</param>
/// <param name="Command">The command that it runs; null where it runs none.</param>
internal sealed partial record HttpRoute(
    string Function,
    string Method,
    string Template,
    bool IsPublic,
    bool IsAnyones,
    IReadOnlyList<Role> Roles,
    Type? Command
)
{
    /// <summary>Whether it answers people, with pages, rather than programs.</summary>
    public bool IsPage =>
        !Template.StartsWith("api/", StringComparison.Ordinal) && !Template.StartsWith(".well-known/", StringComparison.Ordinal);

    /// <summary>The route with a value for each of its parameters.</summary>
    /// <exception cref="KeyNotFoundException">The test has no value for a new parameter.</exception>
    public string With(IReadOnlyDictionary<string, string> values) =>
        "/" + Parameter().Replace(Template, parameter => values[parameter.Groups["name"].Value]);

    [GeneratedRegex(@"\{\*?(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>Every HTTP route.</summary>
internal static class HttpRoutes
{
    public static IReadOnlyList<HttpRoute> All { get; } =
    [
        .. from method in typeof(AllowAttribute).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        let trigger = method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(found => found is not null)
        where trigger is not null
        from verb in trigger.Methods!
        select new HttpRoute(
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            verb.ToUpper(CultureInfo.InvariantCulture),
            trigger.Route!,
            method.GetCustomAttribute<PublicAttribute>() is not null,
            method.GetCustomAttribute<AnyoneSignedInAttribute>() is not null,
            method.GetCustomAttribute<AllowAttribute>()?.Roles ?? [],
            method.GetCustomAttribute<AllowAttribute>()?.Command
        ),
    ];
}
