namespace MicroCred.Approval;

/// <summary>A register entry and its similarity, from 0 to 1.</summary>
public sealed record SimilarListing(int Number, string Title, double Similarity);
