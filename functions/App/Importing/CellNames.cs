using System.Text.Json;
using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>An enum's names as the interface has them, such as DQ3-7.</summary>
internal static class CellNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
        .ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, ApprovalJson.Options).GetString()!);

    private static readonly Dictionary<string, T> Values = Names.ToDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Names.Values;

    public static string Of(T value) => Names[value];

    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);
}
