namespace MicroCred.Approval;

/// <content>Its versions.</content>
public sealed partial record Application
{
    /// <summary>
    /// The versions, oldest first: the first submission, each resubmission, and each answer that changed something. What each of them holds
    /// is stored beside the application.
    /// </summary>
    public IReadOnlyList<ApplicationVersion> Versions { get; init; } = [];

    private Application WithVersion(string by, string why, DateTimeOffset at) =>
        this with
        {
            Versions = [.. Versions, new(Versions.Count + 1, at.ToUniversalTime(), by, why, VersionContent.Of(this).Sha256())],
        };

    /// <summary>The same, unless nothing changed since the latest version.</summary>
    private Application WithVersionIfChanged(string by, string why, DateTimeOffset at) =>
        Versions is [.., var latest] && latest.Sha256 == VersionContent.Of(this).Sha256() ? this : WithVersion(by, why, at);
}
