using System.Reflection;
using System.Text.Json.Serialization;

namespace MicroCred.Portal;

/// <summary>An enum's values by the names that the API has for them, which the fields of forms have, too.</summary>
internal static class ApiName
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();
}
