using System.Reflection;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>An enum's values by the names that JSON has for them, which forms and CSV have, too.</summary>
public static class EnumNames
{
    /// <summary>The names, in the order of the values.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Table<T>.Names.Values;

    /// <summary>A value's name, such as DQ3-7.</summary>
    /// <exception cref="KeyNotFoundException">It is none of the enum's values.</exception>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names[value];

    /// <summary>The value of a name, in exactly its case.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Table<T>.Values.TryGetValue(name, out value);

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, NameOf);

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(
            name => name.Value,
            name => name.Key,
            StringComparer.Ordinal
        );

        private static string NameOf(T value) =>
            typeof(T).GetField($"{value}")!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? $"{value}";
    }
}
