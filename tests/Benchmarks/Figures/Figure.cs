using System.Globalization;

namespace MicroCred.Benchmarks.Figures;

/// <summary>One thing that was measured, of the App and of what it is held against.</summary>
/// <param name="What">What it is.</param>
/// <param name="Unit">Of what; empty where <paramref name="What"/> says it.</param>
/// <param name="App">How much.</param>
/// <param name="Peer">The same of the peer.</param>
/// <param name="PeerAsApp">The same of the peer under the App's host.json.</param>
/// <param name="Floor">The same of the App's storage requests sent bare.</param>
/// <param name="Aim">What the App must reach.</param>
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
    /// <summary>Three digits that matter, or all of a whole number.</summary>
    public static string Round(double value) =>
        Math.Abs(value) switch
        {
            _ when value == Math.Floor(value) => value.ToString("0", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
            _ => value.ToString("0.00", CultureInfo.InvariantCulture),
        };
}
