namespace MicroCred.Approval;

/// <summary>An entry that an application may duplicate.</summary>
/// <param name="Number">The entry's number.</param>
/// <param name="Title">Its title.</param>
public sealed record SimilarListing(int Number, string Title);
