using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Settings;
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
    ReasonForms forms,
    CallersPages pages,
    ApplicationChecker checker,
    SimilarLines similar,
    RuleSettings rules,
    TimeProvider time
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
        var findings = await checker.FindAsync(application, cancellationToken);
        var alike = await similar.OfAsync(application, cancellationToken);
        return await pages.ShowAsync(request, new CheckModel(application, findings, alike, checker.Funding(application)));
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
            return await pages.ShowAsync(request, await PageAsync(Form.Empty with { Revision = commands.RevisionOf(seen.Application) }));
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
            var found = await checker.FindAsync(now, cancellationToken);
            return new SubmitModel(now, found, form with { Revision = commands.RevisionOf(now) });
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
        var question = seen.Application.Question(number);
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
                ?
                [
                    .. AskedFields
                        .SectionsOf(question.Fields)
                        .Select(section =>
                            (
                                Links.Section(seen.Application.Id, section.Slug),
                                $"Change first, under {section.Title}: {AskedFields.Words(question.Fields, section)}"
                            )
                        ),
                    (Links.Section(seen.Application.Id, "documents"), "Upload documents that belong to your answer first"),
                ]
                : [],
        };
        return await forms.RunAsync(
            request,
            page,
            "Write your answer.",
            (answer, _) => new AnswerInformationRequest(seen.Application.Id, question.Number, new(answer)),
            after => Links.Done(Links.Application(after.Id), "answered"),
            KeptOf,
            client,
            seen,
            cancellationToken
        );
    }

    [Function("ReconsiderByForm"), Allow<RequestReconsideration>]
    public async Task<IResult> ReconsiderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/reconsider")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        var until = seen.Application.ReconsiderableUntil(rules.Evaluation);
        if (HttpMethods.IsGet(request.Method) && !(time.GetUtcNow() <= until))
        {
            throw new ProblemException(
                Problem.WrongState(
                    $"Only an application that was declined can be reconsidered, once, in the {rules.Evaluation.ReconsiderationDays} days "
                        + "after the decision."
                )
            );
        }

        ReasonModel page = new(
            Form.Of(("grounds", "")) with
            {
                Revision = commands.RevisionOf(seen.Application),
            },
            "Ask for a reconsideration",
            "A registrar who took no part in the decision decides again, from what is there and from your grounds. "
                + (until is { } last ? $"You can ask once, until {Labels.Day(last)}." : "You can ask once."),
            "grounds",
            "Grounds: why should the decision be another?",
            "Ask for a reconsideration",
            Links.Application(seen.Application.Id)
        );
        return await forms.RunAsync(
            request,
            page,
            "Write why the decision should be another.",
            (grounds, _) => new RequestReconsideration(seen.Application.Id, new(grounds)),
            after => Links.Done(Links.Application(after.Id), "reconsidering"),
            KeptOf,
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
        if (HttpMethods.IsGet(request.Method) && !seen.Application.MayBeWithdrawn)
        {
            throw new ProblemException(
                Problem.WrongState("Only an application that is under way can be withdrawn. A draft can be deleted.")
            );
        }

        ReasonModel page = new(
            Form.Of(("reason", "")) with
            {
                Revision = commands.RevisionOf(seen.Application),
            },
            "Withdraw an application",
            "It ends at once, and can’t be taken up again. You can start another as a copy of it.",
            "reason",
            "Reason: why do you withdraw it?",
            "Withdraw it",
            Links.Application(seen.Application.Id)
        );
        return await forms.RunAsync(
            request,
            page,
            "Write why you withdraw it.",
            (reason, _) => new WithdrawApplication(seen.Application.Id, new(reason)),
            after => Links.Done(Links.Application(after.Id), "withdrawn"),
            KeptOf,
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
        if (await applications.TryFindStoredAsync(ApplicationId.New(id), cancellationToken) is not { Application: var application })
        {
            return await commands.RepeatAsync<DeleteApplication>(request, ApplicationId.New(id), cancellationToken);
        }

        if (HttpMethods.IsGet(request.Method) && application.Stage is not Stage.Drafting)
        {
            throw new ProblemException(Problem.WrongState("Only a draft can be deleted. Withdraw an application that was submitted."));
        }

        ReasonModel page = new(
            Form.Empty with
            {
                Revision = commands.RevisionOf(application),
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
            async wrong =>
            {
                var now = await applications.FindAsync(application.Id, cancellationToken);
                return page with { Form = wrong.Against(commands.RevisionOf(now), KeptOf(now)) };
            },
            cancellationToken
        );
    }

    private static IReadOnlyList<(string Label, string Value)> KeptOf(Application application) =>
        [("Title", Labels.TitleOf(application)), ("Where the application is", Labels.Of(application.StageAsToldToProvider))];

    /// <exception cref="ProblemException">409 where the application isn't its provider's to write.</exception>
    private static void DemandWritable(Application application)
    {
        if (!application.IsEditable)
        {
            throw new ProblemException(Problem.WrongState("This application isn't yours to change now. It has been submitted."));
        }
    }
}
