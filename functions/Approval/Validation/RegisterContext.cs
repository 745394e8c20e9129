namespace MicroCred.Approval;

/// <summary>The register's entries that are relevant to an application.</summary>
/// <param name="SameListing">The number of the current entry with the same provider, title, level and credits.</param>
/// <param name="Similar">Other current entries that are close to it, closest first.</param>
public sealed record RegisterContext(int? SameListing, IReadOnlyList<SimilarListing> Similar)
{
    /// <summary>A register without related entries.</summary>
    public static RegisterContext Nothing { get; } = new(null, []);

    /// <summary>The entry that a change or an accreditation names; null where there is none of its number.</summary>
    public RegisterEntry? Entry { get; init; }

    /// <summary>What the present version of an entry to be changed was applied for with; null where that isn't known, as of an imported entry.</summary>
    public VersionContent? Present { get; init; }

    /// <summary>The entries that the application's pathways name, each once.</summary>
    public IReadOnlyList<PathwayTarget> Targets { get; init; } = [];
}
