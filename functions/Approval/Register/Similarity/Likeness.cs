namespace MicroCred.Approval;

/// <summary>How alike two micro-credentials are, each number from 0 to 1; 0 for a part that either doesn't state.</summary>
/// <param name="Title">How alike the titles are.</param>
/// <param name="Purpose">How alike the purposes are.</param>
/// <param name="Outcomes">How alike the outcomes are.</param>
/// <param name="Score">How alike the two are as a whole: a mean over what both state.</param>
public sealed record Likeness(double Title, double Purpose, double Outcomes, double Score)
{
    /// <summary>The likeness of titles, or of outcomes, from which one micro-credential may duplicate another.</summary>
    public const double Close = 0.7;

    private const double ForTitle = 0.4;
    private const double ForPurpose = 0.2;
    private const double ForOutcomes = 0.4;

    /// <summary>Whether one may duplicate the other: the titles or the outcomes are nearly the same.</summary>
    public bool IsClose => Title >= Close || Outcomes >= Close;

    /// <summary>Compares two micro-credentials; the same both ways.</summary>
    public static Likeness Between(Description one, Description other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var title = Part(one.OfTitle, other.OfTitle, ForTitle);
        var purpose = Part(one.OfPurpose, other.OfPurpose, ForPurpose);
        var outcomes = Part(one.OfOutcomes, other.OfOutcomes, ForOutcomes);
        var weights = title.Weight + purpose.Weight + outcomes.Weight;
        return new(
            title.Likeness,
            purpose.Likeness,
            outcomes.Likeness,
            weights == 0
                ? 0
                : ((title.Likeness * title.Weight) + (purpose.Likeness * purpose.Weight) + (outcomes.Likeness * outcomes.Weight)) / weights
        );
    }

    private static (double Likeness, double Weight) Part(Trigrams one, Trigrams other, double weight) =>
        one.IsEmpty || other.IsEmpty ? (0, 0) : (one.LikenessTo(other), weight);
}
