namespace MicroCred.Approval;

/// <summary>The register's entries that are relevant to an application.</summary>
/// <param name="SameListing">The number of the current entry with the same provider, title, level and credits.</param>
/// <param name="Similar">Other similar entries, closest first.</param>
public sealed record RegisterContext(int? SameListing, IReadOnlyList<SimilarListing> Similar)
{
    /// <summary>A register without related entries.</summary>
    public static RegisterContext Nothing { get; } = new(null, []);

    /// <summary>The entries that the application's pathways name, each once.</summary>
    public IReadOnlyList<PathwayTarget> Targets { get; init; } = [];
}
