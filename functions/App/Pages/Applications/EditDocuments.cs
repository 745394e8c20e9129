using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using MicroCred.App.Submission;
using MicroCred.App.Submission.Uploads;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>
/// The page with an application's documents: takes several files at once, keeps those that can be taken, and says of each other why not.
/// </summary>
[Feature(Features.Pages)]
internal sealed class EditDocuments(
    CallersApplications applications,
    CallersQuotas quotas,
    IncomingDocuments incoming,
    CommandRunner runner,
    CurrentUser user,
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    ApplicationChecker checker
)
{
    private static readonly RefusedFile NoFile = new(DocumentKind.Curriculum, "", "Choose a file.");

    /// <summary>The maximum size of a form with files, in bytes.</summary>
    private const long Largest = DocumentLimits.Together + (1 << 20);

    // Functions are matched in the order of their names, and EditApplication would take this address, too.
    [Function("AddDocumentsByForm"), Allow<AddDocument>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/edit/documents")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        if (!application.TakesDocuments)
        {
            throw new ProblemException(Problem.WrongState("This application takes no documents now."));
        }

        if (HttpMethods.IsGet(request.Method))
        {
            return await ShowAsync(request, application.Id, [], cancellationToken);
        }

        if (!RequestParts.IsMultipart(request))
        {
            var form = await posts.ReadAsync(request, cancellationToken);
            return form["remove"].Length == 0
                ? await ShowAsync(request, application.Id, [NoFile], cancellationToken)
                : await commands.ChangeAsync(
                    request,
                    form,
                    new DeleteDocument(application.Id, form["remove"]),
                    after => Links.Done(Links.Section(after.Id, "documents"), "removed"),
                    wrong => ModelAsync(application.Id, wrong, [], cancellationToken),
                    client,
                    cancellationToken
                );
        }

        await quotas.DemandRoomAsync(request, Quota.Documents, Quota.Bytes);
        var refused = await TakeAllAsync(request, application.Id, client, cancellationToken);
        return refused.Count > 0
            ? await ShowAsync(request, application.Id, refused, cancellationToken)
            : new SeeOther(Links.Done(Links.Section(application.Id, "documents"), "uploaded"));
    }

    /// <returns>The files that were refused, each with the reason; one without a name where there were none at all.</returns>
    private async Task<IReadOnlyList<RefusedFile>> TakeAllAsync(
        HttpRequest request,
        ApplicationId application,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        const string tooMuch = "The files may have 100 MB together. Send fewer at a time.";
        RequestParts parts = new(request, Largest, tooMuch);
        List<RefusedFile> refused = [];
        var (isOurs, taken) = (false, 0);
        try
        {
            await foreach (var part in parts.ReadAllAsync(cancellationToken))
            {
                if (part.Name == Form.TokenField)
                {
                    posts.Demand(await part.TextAsync(cancellationToken));
                    isOurs = true;
                }
                else if (part.FileName is { Length: > 0 } file)
                {
                    // The token is the form's first field, so that nothing is taken before it is known whose form this is.
                    if (!isOurs)
                    {
                        throw new ProblemException(Problem.OldForm);
                    }

                    var kind = Enum.GetNames<DocumentKind>().Contains(part.Name)
                        ? Enum.Parse<DocumentKind>(part.Name)
                        : DocumentKinds.ByFileName(file);
                    if (await WhyNotAsync(part, kind, application, client, cancellationToken) is { } reason)
                    {
                        refused.Add(new RefusedFile(kind, file, reason));
                    }
                    else
                    {
                        taken++;
                    }
                }
            }
        }
        catch (RefusedException over) when (isOurs && over.Refusal.Kind is RefusalKind.TooLarge)
        {
            if (refused.Count == 0)
            {
                refused.Add(new RefusedFile(DocumentKind.Other, "The rest", tooMuch));
            }
        }

        if (!isOurs)
        {
            throw new ProblemException(Problem.OldForm);
        }

        return taken == 0 && refused.Count == 0 ? [NoFile] : refused;
    }

    /// <returns>Why the file wasn't taken; null where it was.</returns>
    private async Task<string?> WhyNotAsync(
        RequestPart part,
        DocumentKind kind,
        ApplicationId application,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var document = await incoming.TakeAsync(part.Content, part.FileName, part.ContentType, cancellationToken);
            var result = await runner.ChangeAsync(
                new AddDocument(application, document.As(kind)),
                user.Caller,
                CommandOptions.None,
                client,
                cancellationToken
            );
            return result switch
            {
                CommandResult.Done => null,
                CommandResult.Refused(var refusal) => refusal.Detail,
                CommandResult.OverQuota(var exceeded) => Problem.Of(exceeded).Detail,
                CommandResult.Busy => Problem.Busy.Detail,
                _ => throw new ProblemException(Problem.NotFound),
            };
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Detail;
        }
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        ApplicationId id,
        IReadOnlyList<RefusedFile> refused,
        CancellationToken cancellationToken
    ) =>
        await pages.ShowAsync(
            request,
            await ModelAsync(id, Form.Empty, refused, cancellationToken),
            refused.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );

    private async Task<PageModel> ModelAsync(
        ApplicationId id,
        Form form,
        IReadOnlyList<RefusedFile> refused,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(id, cancellationToken);
        var found = await checker.FindAsync(application, cancellationToken);
        return new DocumentsModel(application, form, refused, [.. found.Where(finding => Section.Of(finding.Field) is DocumentsSection)]);
    }
}
