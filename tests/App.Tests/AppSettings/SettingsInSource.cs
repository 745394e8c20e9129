using System.Text.RegularExpressions;

namespace MicroCred.App.Tests.AppSettings;

/// <summary>
/// The settings that the app's source reads, by their names as app settings. A read has one of a few forms with the whole name in it;
/// whatever else is done with the configuration is a fault, so that no setting goes unseen.
/// </summary>
internal static partial class SettingsInSource
{
    /// <summary>The names that one file reads.</summary>
    /// <param name="file">The file's name, for faults.</param>
    /// <param name="source">Its text.</param>
    /// <param name="membersOf">The names of what a type, given by its name, is bound from.</param>
    public static IEnumerable<string> In(string file, string source, Func<string, IEnumerable<string>> membersOf)
    {
        source = Documentation().Replace(source, "");
        foreach (Match trigger in InTriggers().Matches(source))
        {
            yield return trigger.Groups["name"].Value;
        }

        HashSet<string> variables = [.. Declarations().Matches(source).Select(declared => declared.Groups["variable"].Value)];
        foreach (Match use in Uses().Matches(source).Where(use => use.Groups["builder"].Success || variables.Contains(use.Groups["variable"].Value)))
        {
            string rest = source[(use.Index + use.Length)..];
            if (Read().Match(rest) is { Success: true } read)
            {
                yield return Written(read.Groups["name"].Value);
            }
            else if (Bound().Match(rest) is { Success: true } bound)
            {
                foreach (string member in membersOf(bound.Groups["type"].Value))
                {
                    yield return Written($"{bound.Groups["name"].Value}:{member}");
                }
            }
            else if (!IsHandedOn(source, use.Index, rest) && !IsDeclared(source, use.Index))
            {
                throw new FormatException($"{file} reads the configuration in a way that hides which setting: {use.Value}{rest.Split('\n')[0]}");
            }
        }

        if (Hidden().Match(source) is { Success: true } hidden)
        {
            throw new FormatException($"{file} reads settings in a way that hides which: {hidden.Value}");
        }
    }

    private static string Written(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    private static bool IsHandedOn(string source, int at, string rest) => source[..at].TrimEnd()[^1] is '(' or ',' && rest.TrimStart()[0] is ')' or ',';

    private static bool IsDeclared(string source, int at) => source[..at].EndsWith("IConfiguration ", StringComparison.Ordinal);

    [GeneratedRegex("^ *///.*$", RegexOptions.Multiline)]
    private static partial Regex Documentation();

    [GeneratedRegex("""Trigger\("%(?<name>\w+)%"[,)]""")]
    private static partial Regex InTriggers();

    [GeneratedRegex(@"\bIConfiguration (?<variable>\w+)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<builder>\bbuilder\.Configuration\b)|\b(?<variable>\w+)\b")]
    private static partial Regex Uses();

    [GeneratedRegex("""^(\[|\.GetValue(<\w+>)?\()"(?<name>[\w:]+)"[\],)]""")]
    private static partial Regex Read();

    [GeneratedRegex("""^\.GetSection\("(?<name>[\w:]+)"\)\.Get<(?<type>\w+)>\(\)""")]
    private static partial Regex Bound();

    [GeneratedRegex(@"IConfigurationSection|IConfigurationRoot|BindConfiguration\(|GetEnvironmentVariables?\(")]
    private static partial Regex Hidden();
}
