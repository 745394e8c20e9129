namespace MicroCred.App.Similarity;

/// <summary>What is like an application, the most similar first.</summary>
internal sealed record SimilarListView(IReadOnlyList<SimilarView> Items);

/// <summary>An entry or an application that is like another.</summary>
/// <param name="RegisterNumber">The entry's number; null for an application.</param>
/// <param name="ApplicationId">The application's id; null for an entry.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">How alike the two are, from 0 to 1.</param>
/// <param name="Shared">What they have in common, to read.</param>
internal sealed record SimilarView(
    int? RegisterNumber,
    ApplicationId? ApplicationId,
    string Title,
    double Score,
    IReadOnlyList<string> Shared
);
