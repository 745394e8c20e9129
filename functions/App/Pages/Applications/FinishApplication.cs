using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>What a provider does with an application once it is written: checks, submits, answers, withdraws, or deletes it.</summary>
[Feature(Features.Pages)]
internal sealed class FinishApplication(
    CallersApplications applications,
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    ApplicationChecker checker
)
{
    [Function("ShowCheck"), Allow(Role.Provider)]
    public async Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}/check")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        DemandWritable(application);
        var check = await checker.CheckAsync(application, cancellationToken);
        return await pages.ShowAsync(request, new CheckModel(application, check.Findings, check.Funding));
    }

    [Function("SubmitByForm"), Allow<SubmitApplication>]
    public async Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/submit")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        if (HttpMethods.IsGet(request.Method))
        {
            DemandWritable(seen.Application);
            return await pages.ShowAsync(request, await PageAsync(Form.Empty with { Revision = seen.Application.Revision }));
        }

        return await commands.ChangeAsync(
            request,
            await posts.ReadAsync(request, cancellationToken),
            new SubmitApplication(seen.Application.Id),
            after => Links.Done(Links.Application(after.Id), "submitted"),
            async wrong => await PageAsync(wrong),
            client,
            cancellationToken,
            seen
        );

        async Task<PageModel> PageAsync(Form form)
        {
            var now = await applications.FindAsync(seen.Application.Id, cancellationToken);
            var check = await checker.CheckAsync(now, cancellationToken);
            return new SubmitModel(now, check.Findings, form with { Revision = now.Revision });
        }
    }

    [Function("AnswerByForm"), Allow<AnswerInformationRequest>]
    public async Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/answer/{number:int}")]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        if (seen.Application.InformationRequests.FirstOrDefault(asked => asked.Number == number.AsNumber()) is not { } question)
        {
            throw new ProblemException(Problem.NotFound with { Detail = $"There is no question {number} about this application." });
        }

        ReasonModel page = new(
            Form.Of(("answer", "")),
            $"Answer question {question.Number}",
            question.IsOpen ? $"Answer by {Labels.Day(question.Due)}. The evaluator goes on when you send it."
                : question.Answer is { } answered ? $"You answered: {answered}"
                : "Its time is over, so it can’t be answered any more.",
            "answer",
            "Your answer",
            "Send the answer",
            Links.Application(seen.Application.Id)
        )
        {
            Asked = question.Question,
            IsOver = !question.IsOpen,
            More = question.IsOpen
                ? (Links.Section(seen.Application.Id, "documents"), "Upload documents that belong to your answer first")
                : null,
        };
        return await RunAsync(
            request,
            page,
            "Write your answer.",
            answer => new AnswerInformationRequest(seen.Application.Id, question.Number, new(answer)),
            after => Links.Done(Links.Application(after.Id), "answered"),
            client,
            seen,
            cancellationToken
        );
    }

    [Function("WithdrawByForm"), Allow<WithdrawApplication>]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/withdraw")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        if (HttpMethods.IsGet(request.Method) && (seen.Application.IsClosed || seen.Application.Stage is Stage.Drafting))
        {
            throw new ProblemException(
                Problem.WrongState("Only an application that is under way can be withdrawn. A draft can be deleted.")
            );
        }

        ReasonModel page = new(
            Form.Of(("reason", "")) with
            {
                Revision = seen.Application.Revision,
            },
            "Withdraw an application",
            "It ends at once, and can’t be taken up again. You can start another as a copy of it.",
            "reason",
            "Reason: why do you withdraw it?",
            "Withdraw it",
            Links.Application(seen.Application.Id)
        );
        return await RunAsync(
            request,
            page,
            "Write why you withdraw it.",
            reason => new WithdrawApplication(seen.Application.Id, new(reason)),
            after => Links.Done(Links.Application(after.Id), "withdrawn"),
            client,
            seen,
            cancellationToken
        );
    }

    [Function("DeleteByForm"), Allow<DeleteApplication>]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/delete")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        if (HttpMethods.IsGet(request.Method) && application.Stage is not Stage.Drafting)
        {
            throw new ProblemException(Problem.WrongState("Only a draft can be deleted. Withdraw an application that was submitted."));
        }

        ReasonModel page = new(
            Form.Empty with
            {
                Revision = application.Revision,
            },
            "Delete a draft",
            "The draft and its documents are deleted. Nobody can bring them back.",
            Field: null,
            Label: "",
            "Delete it",
            Links.Application(application.Id)
        );
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        return await commands.DeleteAsync(
            request,
            await posts.ReadAsync(request, cancellationToken),
            new DeleteApplication(application.Id),
            Links.Done(Links.Applications, "deleted"),
            async wrong => page with { Form = Refreshed(wrong, await applications.FindAsync(application.Id, cancellationToken)) },
            cancellationToken
        );
    }

    /// <summary>Shows the page, or runs the command with what was sent.</summary>
    private async Task<IResult> RunAsync<TCommand>(
        HttpRequest request,
        ReasonModel page,
        string missing,
        Func<string, TCommand> command,
        Func<Application, string> next,
        DurableTaskClient client,
        StoredApplication seen,
        CancellationToken cancellationToken
    )
        where TCommand : IApplicationCommand
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        FormReader reader = new(await posts.ReadAsync(request, cancellationToken));
        var given = reader.Given(page.Field!, missing);
        return reader.IsGood
            ? await commands.ChangeAsync(
                request,
                reader.Form,
                command(given),
                next,
                async wrong =>
                    page with
                    {
                        Form = Refreshed(wrong.At(page.Field!), await applications.FindAsync(seen.Application.Id, cancellationToken)),
                    },
                client,
                cancellationToken,
                seen
            )
            : await pages.ShowAsync(request, page with { Form = reader.Form }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The form, with where the application is now if it moved on since the form was made.</summary>
    private static Form Refreshed(Form typed, Application now) =>
        typed.Revision is null || typed.Revision == now.Revision
            ? typed
            : typed with
            {
                Revision = now.Revision,
                Kept = [("Title", Labels.TitleOf(now)), ("Where the application is", Labels.Of(now.Stage))],
            };

    /// <exception cref="ProblemException">409 where the application isn't its provider's to write.</exception>
    private static void DemandWritable(Application application)
    {
        if (application.Stage is not (Stage.Drafting or Stage.Correction))
        {
            throw new ProblemException(Problem.WrongState("This application isn't yours to change now. It has been submitted."));
        }
    }
}
