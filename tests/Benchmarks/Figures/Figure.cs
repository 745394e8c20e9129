using System.Globalization;

namespace MicroCred.Benchmarks.Figures;

/// <summary>A measured figure of the App and of what it is compared with.</summary>
/// <param name="What">The figure's name.</param>
/// <param name="Unit">The unit; empty where <paramref name="What"/> includes it.</param>
/// <param name="App">The App's value.</param>
/// <param name="Peer">The peer's value.</param>
/// <param name="PeerAsApp">The peer's value under the App's host.json.</param>
/// <param name="Floor">The value for the App's storage requests alone.</param>
/// <param name="Aim">The App's target.</param>
internal sealed record Figure(
    string What,
    string Unit,
    double App,
    double? Peer = null,
    double? PeerAsApp = null,
    double? Floor = null,
    Target? Aim = null
)
{
    /// <summary>Three significant digits, or all digits of a whole number.</summary>
    public static string Round(double value) =>
        Math.Abs(value) switch
        {
            _ when value == Math.Floor(value) => value.ToString("0", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
            _ => value.ToString("0.00", CultureInfo.InvariantCulture),
        };
}
