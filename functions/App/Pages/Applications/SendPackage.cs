using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using MicroCred.App.Submission;
using MicroCred.App.Submission.Packages;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>Takes whole applications as one zip file, and says in a table what is wrong with one that can't be taken.</summary>
[Feature(Features.Pages)]
internal sealed class SendPackage(
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    CallersQuotas quotas,
    PackageUpload upload,
    PackageSubmission packages,
    CurrentUser user
)
{
    [Function(nameof(SendPackage)), Allow<SubmitPackage>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/package")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, new PackageModel(Form.Empty, []));
        }

        await quotas.DemandRoomAsync(request, Quota.Drafts, Quota.Documents, Quota.Bytes);
        var key = "";
        try
        {
            await using var package = await upload.ReadAsync(async file => key = await ReceiveAsync(request, file, cancellationToken));
            if (package.Applications is not [var files])
            {
                return await AnswerAsync(request, await packages.SubmitAsync(package, user.Caller, key, client, cancellationToken));
            }

            await using var application = package.Open(files);
            var content = RequestBody.Parse<ApplicationContent>(application.Application);
            return await commands.BeginAsync(
                request,
                Form.Empty with
                {
                    Key = key,
                },
                new SubmitPackage(content, await application.TakeAllAsync(cancellationToken)),
                begun => Links.Done(Links.Application(begun.Id), "submitted"),
                wrong => Task.FromResult<PageModel>(new PackageModel(wrong, [])),
                client,
                cancellationToken
            );
        }
        catch (RefusedException refused)
        {
            return await RefusedAsync(request, refused.Refusal.Detail, refused.Refusal.Findings);
        }
        catch (ProblemException faulty) when (faulty.Problem is { Slug: "invalid-request", Findings.Count: > 0 })
        {
            return await RefusedAsync(request, faulty.Problem.Detail, faulty.Problem.Findings);
        }
    }

    /// <summary>Writes the package to a file.</summary>
    /// <returns>The form's key.</returns>
    private async Task<string> ReceiveAsync(HttpRequest request, Stream file, CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid().ToString("N");
        await foreach (var part in posts.ReadPartsAsync(request, PackageUpload.Largest, PackageUpload.TooLarge, cancellationToken))
        {
            switch (part.Name)
            {
                case Form.KeyField:
                    key = await part.TextAsync(cancellationToken) is var sent && Guid.TryParse(sent, out var id) ? id.ToString("N") : key;
                    break;
                case "file":
                    await part.Content.CopyToAsync(file, cancellationToken);
                    await file.FlushAsync(cancellationToken);
                    break;
            }
        }

        return key;
    }

    /// <summary>Goes on to the list where all were submitted; otherwise says which were, and what is wrong with the others.</summary>
    private async Task<IResult> AnswerAsync(HttpRequest request, IReadOnlyList<PackageItem> items)
    {
        var refused = items.Where(item => item.Id is null).ToList();
        return refused.Count == 0
            ? new SeeOther(Links.Done(Links.Applications, "packaged"))
            : await pages.ShowAsync(
                request,
                new PackageModel(
                    Form.Empty.WithError(
                        $"{refused.Count} of {items.Count} applications were refused. The others are submitted: don’t send them again."
                    ),
                    [
                        .. refused.SelectMany(item =>
                            item.Findings.Select(finding =>
                                (
                                    finding.Field.Length == 0 ? item.Folder : $"{item.Folder}: {finding.Field}",
                                    finding.Message,
                                    finding.Action
                                )
                            )
                        ),
                    ]
                )
                {
                    Submitted = [.. items.Where(item => item.Id is not null).Select(item => (item.Folder, item.Id!.Value))],
                },
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private async Task<IResult> RefusedAsync(HttpRequest request, string detail, IReadOnlyList<Finding>? findings) =>
        await pages.ShowAsync(
            request,
            new PackageModel(
                Form.Empty.WithError(detail),
                [.. (findings ?? []).Select(finding => (finding.Field, finding.Message, finding.Action))]
            ),
            StatusCodes.Status422UnprocessableEntity
        );
}
