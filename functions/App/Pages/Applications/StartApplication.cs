using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>Begins an application, or begins one as a copy of another.</summary>
[Feature(Features.Pages)]
internal sealed class StartApplication(FormPosts posts, FormCommands commands, CallersPages pages, CallersApplications applications)
{
    [Function(nameof(StartApplication)), Allow<CreateApplication>]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/new")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, new NewApplicationModel(Form.Empty));
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        ApplicationContent content = new(
            ApplicationType.ListingApprovalAccreditation,
            new MicroCredentialContent(new FormReader(form).Text("microCredential.title"))
        );
        return await commands.BeginAsync(
            request,
            form,
            new CreateApplication(content),
            application => Links.Done(Links.Application(application.Id), "started"),
            wrong => Task.FromResult<PageModel>(new NewApplicationModel(wrong)),
            client,
            cancellationToken
        );
    }

    [Function("CopyApplication"), Allow<CreateApplication>]
    public async Task<IResult> CopyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/copy")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var original = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        NewApplicationModel page = new(Form.Empty, original.Content.MicroCredential?.Title ?? "the application");
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        return await commands.BeginAsync(
            request,
            form,
            new CreateApplication(original.Content with { UniversityApproval = null }),
            application => Links.Done(Links.Application(application.Id), "copied"),
            wrong => Task.FromResult<PageModel>(page with { Form = wrong }),
            client,
            cancellationToken
        );
    }
}
