namespace MicroCred.Benchmarks.Figures;

internal static class Percentiles
{
    public static double Median(this IEnumerable<double> values) => values.At(50);

    /// <summary>The percentile by nearest rank.</summary>
    public static double At(this IEnumerable<double> values, int percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)];
    }
}
