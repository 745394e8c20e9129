using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Functions;

/// <summary>The <c>%NAME%</c> in a trigger's queue name or schedule.</summary>
internal static partial class SettingReferences
{
    /// <summary>The text with the values put in; null when a setting is missing.</summary>
    public static string? Resolve(string text, IConfiguration settings) =>
        Missing(text, settings).Any() ? null : Reference().Replace(text, reference => settings[reference.Groups[1].Value]!);

    /// <summary>The settings that the text asks for and that have no value.</summary>
    public static IEnumerable<string> Missing(string text, IConfiguration settings) =>
        Reference().Matches(text).Select(reference => reference.Groups[1].Value).Where(name => string.IsNullOrEmpty(settings[name]));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
