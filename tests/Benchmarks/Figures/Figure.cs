using System.Globalization;

namespace MicroCred.Benchmarks.Figures;

/// <summary>One thing that was measured.</summary>
/// <param name="Measure">The measure that it is part of.</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Conditions">Under which conditions.</param>
/// <param name="Load">The machine's load average when it was noted; on an otherwise idle machine, what the measure itself causes.</param>
/// <param name="Ratio">Against what it is held.</param>
/// <param name="Target">What it must reach.</param>
internal sealed record Figure(
    string Measure, string Name, double Value, string Unit, string Conditions, double Load, Ratio? Ratio, Target? Target)
{
    public string Amount => $"{Round(Value)} {Unit}";

    /// <summary>Three digits that matter, or all of a whole number.</summary>
    public static string Round(double value) => value switch
    {
        _ when value == Math.Floor(value) => value.ToString("0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
