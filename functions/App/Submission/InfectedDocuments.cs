using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Validation;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>What follows when malware is found in a document that an application has: an act of the system, written as a person's is.</summary>
internal sealed class InfectedDocuments(
    Cases cases, Writing writing, Orchestrations orchestrations, SectorDirectory directory, Rules rules, TimeProvider time)
{
    /// <summary>Rejects every document of these bytes that isn't rejected yet, and tells whom it concerns.</summary>
    /// <returns>False where the application has no document of these bytes, or there is no such application.</returns>
    public async Task<bool> Reject(StoredDocument stored, DurableTaskClient client, CancellationToken cancel)
    {
        while (true)
        {
            if (await cases.Find(stored.Application, cancel) is not { } found || found.Application.Documents.All(document => document.Sha256 != stored.Sha256))
            {
                return false;
            }

            Trail.Follow(stored.Application, found.Trace);
            if (found.Application.Documents.All(document => document.Sha256 != stored.Sha256 || document.Status == DocumentStatus.Rejected))
            {
                return true;
            }

            Change rejected = found.Application.RejectInfected(stored.Sha256, rules.Evaluation, time.GetUtcNow()).Due();
            try
            {
                await writing.Write(found, new Taken(rejected, Notices(found.Application, rejected.Application, stored)), answer: null, Tell, cancel);
                return true;
            }
            catch (CaseMovedException)
            {
                // Somebody was quicker. Look again where the application is now.
            }
        }

        Task Tell(Application application) =>
            application.Status == ApplicationStatus.Returned ? orchestrations.StartOrTell(client, application) : Task.CompletedTask;
    }

    private IReadOnlyList<Notice> Notices(Application before, Application after, StoredDocument stored)
    {
        string names = string.Join(", ", after.Documents.Where(document => document.Sha256 == stored.Sha256).Select(document => document.FileName));
        Notice provider = Notice.Of(
            after,
            NoticeKind.DocumentInfected,
            after.Provider.Number.ToString(),
            ("documents", names),
            ("status", after.Status.ToString()),
            ("due", after.LapsesAt.AsDay()));
        IEnumerable<Notice> others = after.Status switch
        {
            ApplicationStatus.Draft => [],
            ApplicationStatus.Returned => Notice.ToAssignees(before, after, NoticeKind.EvaluationBrokenOff, ("documents", names)),
            _ => directory.Registrars.Select(registrar => Notice.Of(
                after, NoticeKind.InfectedAfterApproval, registrar.Id, ("documents", names), ("status", after.Status.InWords()))),
        };
        return [provider, .. others];
    }
}
