namespace MicroCred.Benchmarks.Figures;

/// <summary>A figure's target, and whether the App reaches it.</summary>
internal sealed record Target(double Limit, bool IsReached, bool IsLeast = false)
{
    public static Target AtMost(double limit, double value) => new(limit, value <= limit);

    public static Target AtLeast(double limit, double value) => new(limit, value >= limit, IsLeast: true);

    public override string ToString() =>
        $"at {(IsLeast ? "least" : "most")} {Figure.Round(Limit)}: {(IsReached ? "reached" : "**missed**")}";
}
