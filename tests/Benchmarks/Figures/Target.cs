namespace MicroCred.Benchmarks.Figures;

/// <summary>A figure's target, and whether the App reaches it.</summary>
internal sealed record Target(double Limit, bool IsReached)
{
    public static Target AtMost(double limit, double value) => new(limit, value <= limit);

    public override string ToString() => $"at most {Figure.Round(Limit)}: {(IsReached ? "reached" : "**missed**")}";
}
