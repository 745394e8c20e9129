using System.Text.RegularExpressions;
using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Checks;

/// <summary>Names are unique without regard to case, and such as the real host takes.</summary>
internal static partial class NameCheck
{
    public static void Run(IReadOnlyList<Function> functions, Faults faults)
    {
        foreach (var function in functions.Where(function => !Valid().IsMatch(function.Name)))
            faults.Add(function, "a name begins with a letter and goes on with letters, digits, '_' and '-', up to 128 in all.");

        foreach (var same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            faults.Add($"{same.Key}: {same.Count()} functions have this name: {string.Join(", ", same.Select(function => function.EntryPoint))}.");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Valid();
}
