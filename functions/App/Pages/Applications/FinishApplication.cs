using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
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
            $"Answer by {Labels.Day(question.Due)}. The evaluator goes on when you send it. "
                + "Documents that belong to it go on the documents page first.",
            "answer",
            "Your answer",
            "Send the answer",
            Links.Application(seen.Application.Id)
        )
        {
            Asked = question.Question,
        };
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        return await commands.ChangeAsync(
            request,
            form,
            new AnswerInformationRequest(seen.Application.Id, question.Number, new(new FormReader(form).Text("answer") ?? "")),
            after => Links.Done(Links.Application(after.Id), "answered"),
            wrong => Task.FromResult<PageModel>(page with { Form = wrong }),
            client,
            cancellationToken,
            seen
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
        ReasonModel page = new(
            Form.Of(("reason", "")),
            "Withdraw an application",
            "It ends at once, and can’t be taken up again. You can start another as a copy of it.",
            "reason",
            "Why do you withdraw it?",
            "Withdraw it",
            Links.Application(seen.Application.Id)
        );
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, page);
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        return await commands.ChangeAsync(
            request,
            form,
            new WithdrawApplication(seen.Application.Id, new(new FormReader(form).Text("reason") ?? "")),
            after => Links.Done(Links.Application(after.Id), "withdrawn"),
            wrong => Task.FromResult<PageModel>(page with { Form = wrong }),
            client,
            cancellationToken,
            seen
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
            wrong => Task.FromResult<PageModel>(page with { Form = wrong }),
            cancellationToken
        );
    }
}
