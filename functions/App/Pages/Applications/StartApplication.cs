using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Register;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>Begins an application: an empty one, a copy of another, a change of an entry, or the accreditation to deliver one.</summary>
[Feature(Features.Pages)]
internal sealed class StartApplication(
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    CallersApplications applications,
    Listings listings
)
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
            return await pages.ShowAsync(request, NewApplicationModel.Empty);
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        ApplicationContent content = new(
            ApplicationType.ListingApprovalAccreditation,
            new MicroCredentialContent(new FormReader(form).Text("microCredential.title"))
        );
        return await BeginAsync(request, form, content, NewApplicationModel.Empty, "started", client, cancellationToken);
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
        return await RunAsync(
            request,
            original.Content with
            {
                UniversityApproval = null,
            },
            NewApplicationModel.Copy(original),
            "copied",
            client,
            cancellationToken
        );
    }

    [Function("StartChange"), Allow<CreateApplication>]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/change")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var published = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        if (
            published is not { Status: ApplicationStatus.Published, Registration.Number: var number }
            || await listings.FindListedAsync(number, cancellationToken) is not { } listed
            || listed.Entry.Developer.Number != published.Provider.Number
        )
        {
            throw new ProblemException(
                Problem.WrongState("Only a micro-credential that you developed, and that is listed, can be changed.")
            );
        }

        var present = await listings.PresentAsync(listed, cancellationToken);
        return await RunAsync(
            request,
            (present?.Content ?? ApplicationContent.Of(listed.Entry)) with
            {
                Type = ApplicationType.Change,
                RegisterNumber = number,
                Urgency = null,
            },
            NewApplicationModel.Change(listed.Entry),
            "copied",
            client,
            cancellationToken
        );
    }

    [Function("StartAccreditation"), Allow<CreateApplication>]
    public async Task<IResult> DeliverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/deliver/{number:int}")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var entry = await listings.FindAsync(number.AsNumber(), cancellationToken)
            ?? throw new ProblemException(Problem.NotFound with { Detail = $"There is no entry {number.AsNumber()} on the register." });
        return await RunAsync(
            request,
            ApplicationContent.ToDeliver(entry),
            NewApplicationModel.Deliver(entry),
            "started",
            client,
            cancellationToken
        );
    }

    private async Task<IResult> RunAsync(
        HttpRequest request,
        ApplicationContent content,
        NewApplicationModel page,
        string done,
        DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        HttpMethods.IsGet(request.Method)
            ? await pages.ShowAsync(request, page)
            : await BeginAsync(request, await posts.ReadAsync(request, cancellationToken), content, page, done, client, cancellationToken);

    private Task<IResult> BeginAsync(
        HttpRequest request,
        Form form,
        ApplicationContent content,
        NewApplicationModel page,
        string done,
        DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.BeginAsync(
            request,
            form,
            new CreateApplication(content),
            application => Links.Done(Links.Application(application.Id), done),
            wrong => Task.FromResult<PageModel>(page with { Form = wrong }),
            client,
            cancellationToken
        );
}
