using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Validation;

/// <summary>Gathers the facts that validation needs besides the application itself.</summary>
internal sealed partial class SubmissionReader(
    IListings listings,
    IWorklists worklists,
    IDocuments documents,
    RuleSettings rules,
    ILogger<SubmissionReader> logger
)
{
    private const int LooksAtOnce = 8;

    /// <summary>
    /// An application with the register's facts, its provider's other applications under way, and its documents looked up. Two storage
    /// requests, one more for each document, two more where the register has the same listing, one more for each number that a pathway
    /// names, and two more where it concerns an entry.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="readsDocuments">Whether the documents' bytes are read; otherwise only their existence is checked.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<MicroCred.Approval.SubmittedApplication> ReadAsync(
        Application application,
        bool readsDocuments,
        CancellationToken cancellationToken
    )
    {
        var context = listings.ContextOfAsync(application, cancellationToken);
        var alike = AlikeAsync(application, cancellationToken);
        var lost = await LostAsync(application, readsDocuments, cancellationToken);
        return new MicroCred.Approval.SubmittedApplication(application, rules.EditionOf(application), await context)
        {
            AlikeUnderWay = await alike,
            LostDocuments = lost,
        };
    }

    /// <summary>
    /// If two are submitted at the same time, one counts as the second: the one submitted later, or the one examined after the other has
    /// moved on. The other is on the lists by then, since an application is added to them before its orchestration starts.
    /// </summary>
    private async Task<IReadOnlyList<ApplicationId>> AlikeAsync(Application application, CancellationToken cancellationToken)
    {
        var others = await worklists.UnderwayAsAsync(application, cancellationToken);
        return
        [
            .. others
                .Where(other => other.SubmittedAt is not null && IsBefore(other, application))
                .OrderBy(other => other.SubmittedAt)
                .ThenBy(other => other.Id.ToString(), StringComparer.Ordinal)
                .Select(other => other.Id),
        ];
    }

    private static bool IsBefore(ApplicationSummary other, Application application) =>
        application.SubmittedAt is not { } submitted
        || other.SubmittedAt < submitted
        || other.Status is not (ApplicationStatus.Submitted or ApplicationStatus.Returned)
        || (other.SubmittedAt == submitted && string.CompareOrdinal(other.Id.ToString(), application.Id.ToString()) < 0);

    private async Task<IReadOnlyList<string>> LostAsync(Application application, bool readsDocuments, CancellationToken cancellationToken)
    {
        // Reading them takes memory, so it is one at a time; looking whether they are there is a few at once.
        List<string> lost = [];
        var accepted = application.Documents.Where(document => document.Status == DocumentStatus.Accepted);
        foreach (var documentsAtOnce in accepted.Chunk(readsDocuments ? 1 : LooksAtOnce))
        {
            var kept = await Task.WhenAll(documentsAtOnce.Select(IsKeptAsync));
            foreach (var (document, _) in documentsAtOnce.Zip(kept).Where(looked => !looked.Second))
            {
                LogLost(application.Id, document.Id, document.Sha256);
                lost.Add(document.Id);
            }
        }

        return lost;

        Task<bool> IsKeptAsync(Document document)
        {
            StoredDocument stored = new(application.Id, document.Sha256);
            return readsDocuments ? documents.HoldsAsync(stored, cancellationToken) : documents.HasAsync(stored, cancellationToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The bytes of document {Document} of application {Application} are missing or don't match SHA-256 {Sha256}"
    )]
    private partial void LogLost(ApplicationId application, string document, string sha256);
}
