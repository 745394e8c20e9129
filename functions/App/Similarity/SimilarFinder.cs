using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.Approval;

namespace MicroCred.App.Similarity;

/// <summary>Finds what is like an application on the register and among the applications under way that the caller may read.</summary>
internal sealed class SimilarFinder(SearchIndex search, UnderwayDescriptions underway)
{
    /// <summary>The maximum number of similar ones.</summary>
    private const int Most = 10;

    /// <summary>Below this score two have no more in common than any two of the same field.</summary>
    private const double Least = 0.25;

    /// <summary>
    /// The most similar first; neither the application's own entry, nor the one that it changes or asks to deliver.
    /// </summary>
    public async Task<IReadOnlyList<SimilarView>> FindAsync(Application application, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = Description.Of(application);
        var entries =
            from similar in await search.SimilarToAsync(wanted, cancellationToken)
            where similar.Entry.Number != (application.Registration?.Number ?? application.Content.RegisterNumber)
            select (
                Number: (int?)similar.Entry.Number,
                Id: (ApplicationId?)null,
                Description: Description.Of(similar.Entry),
                similar.Likeness.Score
            );
        var applications =
            from other in await underway.ReadableByAsync(caller, cancellationToken)
            where other.Line.Id != application.Id && other.Line.RegisterNumber is null
            select (
                Number: (int?)null,
                Id: (ApplicationId?)other.Line.Id,
                other.Description,
                Likeness.Between(wanted, other.Description).Score
            );
        return
        [
            .. entries
                .Concat(applications)
                .Where(similar => similar.Score >= Least)
                .OrderByDescending(similar => similar.Score)
                .ThenBy(similar => similar.Number)
                .ThenBy(similar => similar.Id?.ToString(), StringComparer.Ordinal)
                .Take(Most)
                .Select(similar => new SimilarView(
                    similar.Number,
                    similar.Id,
                    similar.Description.Title,
                    similar.Score,
                    SharedTexts.Of(wanted, similar.Description)
                )),
        ];
    }
}
