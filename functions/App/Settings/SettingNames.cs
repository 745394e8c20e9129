using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>Determines the names of the settings that types are bound to.</summary>
internal static class SettingNames
{
    /// <summary>The section that a type is bound to.</summary>
    public static string SectionOf(Type type) =>
        type.GetCustomAttribute<SectionAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type} doesn't say which settings it is bound to.");

    /// <summary>The name of a property's app setting, with two underscores between levels.</summary>
    public static string Of(string section, PropertyInfo property)
    {
        var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
        return (section.Length == 0 ? name : $"{section}:{name}").Replace(":", "__", StringComparison.Ordinal);
    }

    /// <summary>Every setting that a type is bound to, with the property and the object that declares it.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property, object Owner)> In(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var name = Of(section, property);
            if (IsNested(property.PropertyType) && property.GetValue(options) is { } nested)
            {
                foreach (var deeper in In(name, nested))
                {
                    yield return deeper;
                }
            }
            else
            {
                yield return (name, property, options);
            }
        }
    }

    private static bool IsNested(Type type) => type.IsClass && type.Namespace!.StartsWith(nameof(MicroCred), StringComparison.Ordinal);
}
