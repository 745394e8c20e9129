namespace MicroCred.Benchmarks.Figures;

/// <summary>A figure held against another.</summary>
/// <param name="Value">How many times the other it is.</param>
/// <param name="To">The other.</param>
internal sealed record Ratio(double Value, string To)
{
    public override string ToString() => $"{Figure.Round(Value)} × {To}";
}
