namespace MicroCred.Approval;

/// <summary>What a micro-credential is, in its own words.</summary>
/// <param name="title">Its title.</param>
/// <param name="purpose">Its purpose.</param>
/// <param name="outcomes">Its learning outcomes.</param>
public sealed class Description(string title, string purpose, IReadOnlyList<string> outcomes)
{
    private readonly Lazy<Trigrams> _title = new(() => new(title));
    private readonly Lazy<Trigrams> _purpose = new(() => new(purpose));
    private readonly Lazy<Trigrams> _outcomes = new(() => new(string.Join(' ', outcomes)));

    /// <summary>Its title.</summary>
    public string Title => title;

    /// <summary>Its purpose.</summary>
    public string Purpose => purpose;

    /// <summary>Its learning outcomes.</summary>
    public IReadOnlyList<string> Outcomes => outcomes;

    internal Trigrams OfTitle => _title.Value;

    internal Trigrams OfPurpose => _purpose.Value;

    internal Trigrams OfOutcomes => _outcomes.Value;

    /// <summary>What an entry says.</summary>
    public static Description Of(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Title, entry.Purpose, entry.Outcomes);
    }

    /// <summary>What an application says so far.</summary>
    public static Description Of(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var content = application.Content.MicroCredential ?? new();
        return new(content.Title ?? "", content.Purpose ?? "", content.GivenOutcomes);
    }
}
