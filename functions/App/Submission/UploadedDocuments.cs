using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>Converts uploads to documents of an application.</summary>
internal static class UploadedDocuments
{
    public static Outcome<Change> AddTo(this UploadedDocument uploaded, Application application, Actor by, DateTimeOffset now) =>
        application.AddDocument(
            uploaded.Kind,
            uploaded.FileName,
            uploaded.ContentType,
            uploaded.Size,
            uploaded.Sha256,
            uploaded.Status,
            uploaded.Findings,
            by,
            now
        );
}
