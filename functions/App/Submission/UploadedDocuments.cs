using MicroCred.App.Http;
using MicroCred.App.Pipeline;
using MicroCred.App.Submission.Documents;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>An upload as a document of an application.</summary>
internal static class UploadedDocuments
{
    /// <exception cref="ProblemException">The application has no room for it, or takes none now.</exception>
    public static Change AddTo(this UploadedDocument uploaded, Application application, Actor by, DateTimeOffset now) => application.AddDocument(
        uploaded.Kind,
        uploaded.Document.FileName,
        uploaded.Document.ContentType,
        uploaded.Document.Size,
        uploaded.Document.Sha256,
        uploaded.Document.Status,
        uploaded.Document.Findings,
        by,
        now).Asked();
}
