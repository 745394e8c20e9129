using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>An application's line in a list.</summary>
/// <param name="Id">The application's id.</param>
/// <param name="Status">Its status.</param>
/// <param name="Title">The micro-credential's title, where it has one yet.</param>
/// <param name="Level">Its level as entered.</param>
/// <param name="Credits">Its credits as entered.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="SubmittedAt">When it was first submitted, in UTC; null for a draft.</param>
/// <param name="RegisterNumber">Its number on the register, once published.</param>
internal sealed record ApplicationSummary(
    ApplicationId Id,
    ApplicationStatus Status,
    string? Title,
    int? Level,
    int? Credits,
    ProviderSummary Provider,
    DateTimeOffset? SubmittedAt,
    int? RegisterNumber
)
{
    public static ApplicationSummary Of(Application application) =>
        new(
            application.Id,
            application.Status,
            application.Content.MicroCredential?.Title,
            application.Content.MicroCredential?.Level,
            application.Content.MicroCredential?.Credits,
            new ProviderSummary(application.Provider.Number, application.Provider.Name),
            application.SubmittedAt,
            application.Registration?.Number
        );
}

/// <summary>An application's provider.</summary>
/// <param name="Number">The provider's four-digit number.</param>
/// <param name="Name">Its name.</param>
internal sealed record ProviderSummary(ProviderNumber Number, string Name);
