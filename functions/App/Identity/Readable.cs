using MicroCred.Approval;

namespace MicroCred.App.Identity;

/// <summary>
/// What decides who may read an application, kept with each of its lines so that a list asks the same as the application itself.
/// </summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="IsProvidersAlone">Whether it is a draft, or returned and under correction.</param>
/// <param name="AsksForFunding">Whether TEC has a part in it.</param>
/// <param name="Conflicted">The ids of those who declared an interest with it.</param>
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
