using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MicroCred.App.Identity;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Identity;

/// <summary>A call that the app answers, read from a function's attributes, so that a new function joins by itself.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Method">Its HTTP method, in capitals.</param>
/// <param name="Template">Its route.</param>
/// <param name="IsPublic">Whether it answers anyone.</param>
/// <param name="Roles">Whom it allows where it doesn't.</param>
internal sealed partial record HttpRoute(string Function, string Method, string Template, bool IsPublic, IReadOnlyList<Role> Roles)
{
    /// <summary>The route with a value for each of its parameters.</summary>
    /// <exception cref="KeyNotFoundException">A parameter is new, and the test has no value for it.</exception>
    public string With(IReadOnlyDictionary<string, string> values) =>
        "/" + Parameter().Replace(Template, parameter => values[parameter.Groups["name"].Value]);

    [GeneratedRegex(@"\{\*?(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>Every one of them.</summary>
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
            method.GetCustomAttribute<AllowAttribute>()?.Roles ?? []
        ),
    ];
}
