using MicroCred.App.Publication;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Validation;

/// <summary>Gathers what validation looks at beside the application itself.</summary>
internal sealed partial class SubmissionReader(
    Register register, Worklists worklists, DocumentStore documents, RuleSettings rules, ILogger<SubmissionReader> logger)
{
    /// <summary>
    /// An application with what the register has, what its provider has under way, and its documents looked up. Two storage requests, one more
    /// for each document, and one more where the register has the same listing.
    /// </summary>
    public async Task<Approval.Submission> Read(Application application, CancellationToken cancel)
    {
        Task<RegisterContext> listed = register.ContextOf(application, cancel);
        Task<IReadOnlyList<ApplicationId>> alike = Alike(application, cancel);
        IReadOnlyList<string> lost = await Lost(application, cancel);
        return new Approval.Submission(application, rules.EditionOf(application), await listed) { AlikeUnderWay = await alike, LostDocuments = lost };
    }

    /// <summary>
    /// Of two that are submitted at the same time, one is the second, and the other is on the lists before the second is looked at: an
    /// application gets there before its orchestration starts.
    /// </summary>
    private async Task<IReadOnlyList<ApplicationId>> Alike(Application application, CancellationToken cancel)
    {
        string? identity = IdentityOf(ApplicationSummary.Of(application));
        List<ApplicationSummary> alike = [];
        if (identity is not null)
        {
            await foreach (ApplicationSummary other in worklists.UnderwayOf(application.Provider.Number, cancel))
            {
                if (other.Id != application.Id && other.SubmittedAt is not null && IsBefore(other, application) && IdentityOf(other) == identity)
                {
                    alike.Add(other);
                }
            }
        }

        return [.. alike.OrderBy(other => other.SubmittedAt).ThenBy(other => other.Id.ToString(), StringComparer.Ordinal).Select(other => other.Id)];
    }

    private static bool IsBefore(ApplicationSummary other, Application application) => application.SubmittedAt is not { } submitted
        || other.SubmittedAt < submitted
        || (other.SubmittedAt == submitted && string.CompareOrdinal(other.Id.ToString(), application.Id.ToString()) < 0);

    private static string? IdentityOf(ApplicationSummary line) => ListingIdentity.Of(line.Provider.Number, line.Title, line.Level, line.Credits);

    private async Task<IReadOnlyList<string>> Lost(Application application, CancellationToken cancel)
    {
        List<string> lost = [];
        foreach (Document document in application.Documents.Where(document => document.Status == DocumentStatus.Accepted))
        {
            if (!await documents.Holds(application.Id, document, cancel))
            {
                LogLost(application.Id, document.Id, document.Sha256);
                lost.Add(document.Id);
            }
        }

        return lost;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bytes of document {Document} of application {Application} aren't kept as they came, with SHA-256 {Sha256}")]
    private partial void LogLost(ApplicationId application, string document, string sha256);
}
