namespace MicroCred.Approval;

/// <summary>A search of the register; whatever is null narrows nothing.</summary>
public sealed record RegisterQuery
{
    /// <summary>The maximum number of different words. A title may contain the same one several times.</summary>
    public const int MostWords = 10;

    /// <summary>The maximum number of characters in all words, including the space between them.</summary>
    public const int MostCharacters = 200;

    /// <summary>Words as they were typed, all of which an entry has.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Its level.</summary>
    public Level? Level { get; init; }

    /// <summary>The first two, four or all six digits of its NZSCED code.</summary>
    public string? Subject { get; init; }

    /// <summary>Its size.</summary>
    public CreditBand? Credits { get; init; }

    /// <summary>Its developer's type.</summary>
    public ProviderType? ProviderType { get; init; }

    /// <summary>Its status; null for any but listed by mistake.</summary>
    public RegisterStatus? Status { get; init; }

    /// <summary>The kind of use.</summary>
    public UseCase? UseCase { get; init; }

    /// <summary>Whether TEC may fund it.</summary>
    public bool? Funded { get; init; }

    /// <summary>The position to continue after; null for the beginning.</summary>
    public RegisterPlace? After { get; init; }

    /// <summary>The maximum number of entries.</summary>
    public required int Limit { get; init; }

    /// <summary>Whether an entry is of what the search is narrowed to, whatever its words.</summary>
    internal bool Fits(RegisterEntry entry) =>
        (Status is null ? entry.Status != RegisterStatus.ListedByMistake : entry.Status == Status)
        && (Level is null || entry.Level == Level)
        && (Credits is null || Credits.Holds(entry))
        && (ProviderType is null || entry.Developer.Type == ProviderType)
        && (UseCase is null || entry.UseCase == UseCase)
        && (Funded is null || Funded == (entry.Funding?.Outcome == FundingOutcome.Eligible))
        && (Subject is null || (entry.Nzsced is { } code && code.ToString().StartsWith(Subject, StringComparison.Ordinal)));
}
