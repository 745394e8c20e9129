namespace MicroCred.Benchmarks.Figures;

/// <summary>What a figure, or its ratio, must reach.</summary>
internal sealed record Target(string Says, bool IsReached)
{
    public static Target AtMost(double limit, double value) => new($"at most {Figure.Round(limit)}", value <= limit);

    public static Target AtLeast(double limit, double value) => new($"at least {Figure.Round(limit)}", value >= limit);

    public override string ToString() => $"{Says}: {(IsReached ? "reached" : "missed")}";
}
