using System.Globalization;
using System.Reflection;
using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Http;

/// <summary>Makes of the text in a route what the parameter of the same name wants.</summary>
internal static class RouteArguments
{
    private static readonly Dictionary<Type, Func<string, object>> Readers = new()
    {
        [typeof(string)] = text => text,
        [typeof(bool)] = text => bool.Parse(text),
        [typeof(int)] = text => int.Parse(text, CultureInfo.InvariantCulture),
        [typeof(long)] = text => long.Parse(text, CultureInfo.InvariantCulture),
        [typeof(double)] = text => double.Parse(text, CultureInfo.InvariantCulture),
        [typeof(decimal)] = text => decimal.Parse(text, CultureInfo.InvariantCulture),
        [typeof(Guid)] = text => Guid.Parse(text),
        [typeof(DateTime)] = text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
    };

    /// <summary>The source of the parameter's value; null when the route has no such part, or the text can't become that type.</summary>
    public static Argument? For(Function function, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!Readers.TryGetValue(type, out var read) || FunctionRoute.TemplateOf(function)?.GetParameter(parameter.Name!) is not { } part)
            return null;

        var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        var nullable = !parameter.ParameterType.IsValueType || type != parameter.ParameterType || parameter.HasDefaultValue;
        if (part.IsOptional && !nullable)
            return null;

        return invocation => invocation.BindingContext.BindingData.GetValueOrDefault(part.Name!) is string text ? read(text) : absent;
    }
}
