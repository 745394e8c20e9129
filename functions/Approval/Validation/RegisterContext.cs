namespace MicroCred.Approval;

/// <summary>What the register already has that bears on an application.</summary>
/// <param name="SameListing">The number of a current entry with the same provider, title, level and credits.</param>
/// <param name="Similar">Other entries close to it, closest first.</param>
public sealed record RegisterContext(int? SameListing, IReadOnlyList<SimilarListing> Similar)
{
    /// <summary>A register with nothing alike.</summary>
    public static RegisterContext Nothing { get; } = new(null, []);
}
