using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Reviews;

/// <summary>A developer's report on its entry.</summary>
[Feature(Features.Reviews)]
internal sealed class ReviewFunctions(JsonCommands commands, Listings listings, CurrentUser user)
{
    [Function(nameof(ReportReview)), Allow<ReportReview>]
    [Takes(typeof(ReviewReport))]
    [HeedsIdempotencyKey]
    [Gives(StatusCodes.Status201Created, typeof(ReviewView))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/register/{number:int}/reviews")] HttpRequest request,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var listed = await listings.FindListedAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        Demand(listed, user.Caller);
        var listing = await listings.TakeUpAsync(listed, cancellationToken);
        var years = await listings.ReviewYearsAsync(listed, cancellationToken);
        return await commands.ChangeAsync<ReviewReport, ReportReview>(
            request,
            listing.Value,
            (application, body) => new(application, listed.Entry.ReviewDue, years, body),
            application => new Answer(
                StatusCodes.Status201Created,
                ReviewView.Of(application),
                application.Imported is null ? $"/api/applications/{application.Id}" : $"/api/register/{listed.Entry.Number}",
                ETag: null
            ),
            client,
            cancellationToken
        );
    }

    /// <exception cref="ProblemException">403 where somebody else developed the entry.</exception>
    private static void Demand(ListedEntry listed, Caller caller)
    {
        if (caller.Provider?.Number != listed.Entry.Developer.Number)
        {
            throw new ProblemException(
                Problem.WrongRole with
                {
                    Detail = $"Number {listed.Entry.Number} was developed by {listed.Entry.Developer.Name}, who alone reports on it.",
                }
            );
        }
    }
}
