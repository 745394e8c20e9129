using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries as the pipeline needs them: published applications determine an entry. <see cref="Listings"/> keeps them.
/// </summary>
internal interface IListings
{
    /// <summary>
    /// Shows on the register what a published application says anew; does nothing for any other application, or where it says nothing new.
    /// </summary>
    /// <param name="before">The application before the change; null where that isn't known.</param>
    /// <param name="after">The application now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken);

    /// <summary>The register's facts that concern an application, for validation.</summary>
    Task<RegisterContext> ContextOfAsync(Application application, CancellationToken cancellationToken);

    /// <summary>Pathways as an entry shows them: one with a number has the title that its target has now.</summary>
    Task<IReadOnlyList<PathwayContent>> NamedAsync(IEnumerable<PathwayContent> pathways, CancellationToken cancellationToken);

    /// <summary>An entry by its number, with what it follows from; null where there is none.</summary>
    Task<ListedEntry?> FindListedAsync(int number, CancellationToken cancellationToken);

    /// <summary>The application that an entry's present version follows from; null where there is none, as of an imported entry.</summary>
    Task<Application?> PresentAsync(ListedEntry? listed, CancellationToken cancellationToken);
}
