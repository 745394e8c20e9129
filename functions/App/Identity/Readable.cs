using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// The facts that decide who may read an application, stored with each of its lines so that lists apply the same rule as the application
/// itself.
/// </summary>
/// <param name="Provider">The provider that it belongs to.</param>
/// <param name="IsProvidersAlone">Whether it is a draft, or returned and under correction.</param>
/// <param name="AsksForFunding">Whether TEC takes part because funding is requested.</param>
/// <param name="Conflicted">The ids of those who declared an interest in its provider for this application.</param>
/// <param name="ActedFor">The ids of those who acted for its provider on it.</param>
internal sealed record Readable(
    ProviderNumber Provider,
    bool IsProvidersAlone,
    bool AsksForFunding,
    IReadOnlyList<string> Conflicted,
    IReadOnlyList<string> ActedFor
)
{
    public static Readable Of(Application application) =>
        new(
            application.Provider.Number,
            application.IsProvidersAlone,
            application.AsksForFunding,
            application.Conflicted,
            application.ActedFor
        );
}
