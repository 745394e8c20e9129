using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Register;
using MicroCred.App.Reviews;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>A developer reports on its entry, by a form.</summary>
[Feature(Features.Pages)]
internal sealed class ReportOnEntry(
    CallersApplications applications,
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    Listings listings,
    ApplicationStore store
)
{
    [Function("ReportReviewByForm"), Allow<ReportReview>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/review")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var named = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        if (
            named.Application is not { Status: ApplicationStatus.Published, Registration.Number: var number }
            || await listings.FindListedAsync(number, cancellationToken) is not { } listed
            || listed.Entry is not { Status: RegisterStatus.Current } entry
            || entry.Developer.Number != named.Application.Provider.Number
        )
        {
            throw new ProblemException(Problem.WrongState("Only a current entry that you developed is reviewed."));
        }

        var listing = await listings.TakeUpAsync(listed, cancellationToken);

        // A change of it may be what was named; reviews are its first listing's.
        var seen =
            listing == named.Application.Id
                ? named
                : await store.FindAsync(listing, cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        var page = PageOf(
            seen.Application,
            Form.Of(("stillNeeded", ""), ("evidence", ""), ("enrolled", ""), ("completed", ""), ("outcomes", "")) with
            {
                Revision = commands.RevisionOf(seen.Application),
            }
        );
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        FormReader reader = new(await posts.ReadAsync(request, cancellationToken));
        ReviewReport report = new(
            reader.Given("stillNeeded", "Say whether it is still needed.") == "true",
            reader.Given("evidence", "Say what shows whether it is still needed."),
            reader.Whole("enrolled", "The number of those who enrolled") ?? 0,
            reader.Whole("completed", "The number of those who achieved it") ?? 0,
            reader.Text("outcomes") ?? ""
        );
        return reader.IsGood
            ? await commands.ChangeAsync(
                request,
                reader.Form,
                new ReportReview(listing, entry.ReviewDue, await listings.ReviewYearsAsync(listed, cancellationToken), report),
                _ => Links.Done(Links.Application(named.Application.Id), "reported"),
                AgainAsync,
                client,
                cancellationToken,
                seen
            )
            : await pages.ShowAsync(request, page with { Form = reader.Form }, StatusCodes.Status422UnprocessableEntity);

        async Task<PageModel> AgainAsync(Form wrong)
        {
            var now = (await store.FindAsync(listing, cancellationToken))!.Application;
            return PageOf(now, wrong.Against(commands.RevisionOf(now), [("Reports so far", $"{now.Reviews.Count}")]).At("evidence"));
        }

        ReviewModel PageOf(Application application, Form form) => new(application, entry, form);
    }
}
