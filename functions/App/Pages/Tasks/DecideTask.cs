using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Tasks;

/// <summary>The assignee decides, in two steps: what they write is shown as the provider will read it, then confirmed.</summary>
[Feature(Features.Pages)]
internal sealed class DecideTask(CallersTasks tasks, FormPosts posts, FormCommands commands, CallersPages pages, RuleSettings rules)
{
    [Function("DecideByForm"), Allow<Decide>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}/decide")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, task) = await tasks.FindOwnAsync(id, cancellationToken);
        DecideModel page = new(
            seen.Application,
            task,
            Form.Empty with
            {
                Revision = seen.Application.Revision,
            },
            Conditions: [],
            IsToConfirm: false
        );
        if (HttpMethods.IsGet(request.Method))
        {
            return task.IsOpen
                ? await pages.ShowAsync(request, page)
                : throw new ProblemException(Problem.WrongState("This task is done. There is nothing left to decide."));
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        if (form[DecideModel.ThenField] == DecideModel.Change)
        {
            return await pages.ShowAsync(request, page with { Form = form });
        }

        form = form.WithRows(DecideModel.ConditionList);
        FormReader reader = new(form);
        Decide.Verdict verdict = new(
            reader.Chosen<TaskOutcome>("outcome", "Your decision"),
            reader.Given("reasons", "Write your reasons."),
            [.. Enumerable.Range(0, form.Rows(DecideModel.ConditionList)).Select(row => ConditionIn(reader, row))],
            reader.Day("due", "The new last day")
        );
        if (verdict is { Outcome: TaskOutcome.ApproveWithConditions, Conditions.Count: 0 })
        {
            ConditionIn(reader, row: 0);
        }

        if (!reader.IsGood)
        {
            return await pages.ShowAsync(request, page with { Form = reader.Form }, StatusCodes.Status422UnprocessableEntity);
        }

        Decide command = new(task.Id, verdict);
        return form[DecideModel.ConfirmedField] == "yes"
            ? await commands.ChangeAsync(
                request,
                form,
                command,
                _ => Links.Done(Links.Task(task.Id), "decided"),
                AgainAsync,
                client,
                cancellationToken,
                seen
            )
            : await commands.PreviewAsync(
                request,
                form,
                command,
                page with
                {
                    Form = form,
                    Conditions = [.. verdict.Conditions!.Select(condition => Condition.By(condition.Due, condition.Text))],
                    IsToConfirm = true,
                    Follows = verdict.Outcome.AsDecision() is { } outcome
                        ? seen.Application.Follows(task.Id, outcome, rules.Evaluation)
                        : null,
                },
                AgainAsync,
                seen,
                cancellationToken
            );

        async Task<PageModel> AgainAsync(Form typed)
        {
            var (now, same) = await tasks.FindOwnAsync(id, cancellationToken);
            var application = now.Application;
            return page with
            {
                Application = application,
                Task = same,
                Form = typed.Against(application.Revision, KeptOf(application, same)).At("outcome"),
            };
        }
    }

    private static Decide.StatedCondition ConditionIn(FormReader reader, int row)
    {
        var field = $"{DecideModel.ConditionList}[{row}]";
        return new(
            reader.Given($"{field}.text", "Write the condition."),
            reader.GivenDay($"{field}.due", "The last day to meet the condition")
        );
    }

    /// <summary>What a decision rests on, as it is kept now.</summary>
    private static IReadOnlyList<(string Label, string Value)> KeptOf(Application application, EvaluationTask task) =>
        [
            ("Where the application is", Labels.Of(application.Stage)),
            .. task.Findings.Select(found => ($"Criterion {found.Criterion}", $"{Labels.Of(found.Result)}. {found.Comment}")),
            .. application.InformationRequests.Select(asked => ($"Answer to question {asked.Number}", asked.Answer ?? "None")),
        ];
}
