using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Inspection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>
/// A document's bytes, as an attachment: a browser saves it and never displays it as a page of this site. Where documents are scanned for
/// malware, the problem document-not-scanned with Retry-After until the scan's result is in, and permanently the problem document-infected
/// if it found any.
/// </summary>
[Feature(Features.Submission)]
internal sealed class GetDocument(CallersApplications applications, DocumentStore documents, ReadLog log)
{
    [Function(nameof(GetDocument)), Allow(Role.Provider, Role.Evaluator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, mediaType: DocumentTypes.Pdf)]
    [Gives(StatusCodes.Status200OK, mediaType: DocumentTypes.Docx)]
    [Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/documents/{doc}")] HttpRequest request,
        Guid id,
        string doc,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var document = application.Documents.FirstOrDefault(found => found.Id == doc) ?? throw new ProblemException(Problem.NotFound);
        var content = BytesOf(await documents.OpenAsync(application.Id, document, cancellationToken));
        log.Document(application.Id, document.Id);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "sandbox";
        return Results.Stream(content, document.ContentType, document.FileName);
    }

    private static Stream BytesOf(DocumentContent content) =>
        content switch
        {
            DocumentContent.Readable(var bytes) => bytes,
            DocumentContent.NotScanned => throw new ProblemException(Problem.NotScanned),
            DocumentContent.Infected => throw new ProblemException(Problem.Infected),
            _ => throw new ProblemException(
                Problem.NotFound with
                {
                    Detail = "The document couldn't be read when it came, so its bytes weren't kept.",
                }
            ),
        };
}
