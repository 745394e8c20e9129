namespace MicroCred.Approval;

/// <summary>A register entry and how close it is, from 0 to 1.</summary>
public sealed record SimilarListing(int Number, string Title, double Similarity);
