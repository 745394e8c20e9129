using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Evaluators;

/// <summary>Who evaluates, for a registrar; and an evaluator's profile, for a registrar and for the evaluator.</summary>
[Feature(Features.Pages)]
internal sealed class EditEvaluator(
    EvaluatorProfiles profiles,
    FormPosts posts,
    CallersPages pages,
    SectorDirectory directory,
    CurrentUser user,
    TimeProvider time
)
{
    [Function("ShowEvaluators"), Allow(Role.Registrar)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "evaluators")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var today = WorkingDays.DayOf(time.GetUtcNow());
        return await pages.ShowAsync(
            request,
            new EvaluatorListModel([
                .. (await profiles.ListAsync(user.Caller, cancellationToken)).Select(view => new EvaluatorLine(
                    view.Id,
                    view.Name,
                    view.Profile(),
                    view.Open,
                    view.Profile().AbsenceOn(today) is not null
                )),
            ])
        );
    }

    [Function(nameof(EditEvaluator)), Allow(Role.Evaluator, Role.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "evaluators/{evaluator}")] HttpRequest request,
        string evaluator,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var caller = user.Caller;
        var isWhole = caller.Is(Role.Registrar);
        var view = await profiles.FindAsync(evaluator, caller, cancellationToken);
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(
                request,
                PageOf(view, EvaluatorModel.FormOf(view.Profile(), EvaluatorView.HashOf(view.Profile())))
            );
        }

        FormReader reader = new(EvaluatorModel.Arranged(await posts.ReadAsync(request, cancellationToken)));
        var said = EvaluatorModel.Read(view.Profile(), reader, isWhole);
        if (!reader.IsGood)
        {
            return await pages.ShowAsync(request, PageOf(view, reader.Form), StatusCodes.Status422UnprocessableEntity);
        }

        EvaluatorChanges own = new(Interests: said.Interests, Absences: said.Absences);
        var changes = isWhole ? own with { Fields = said.Fields, Levels = said.Levels, Capacity = said.Capacity } : own;
        var read = $"\"{reader.Form[EvaluatorModel.TagField]}\"";
        SeeOther saved = new(Links.Done(request.Path, "saved"));
        var result = await profiles.ChangeAsync(view.Id, changes, caller, tag => tag == read, client, cancellationToken);
        return await result.Match<Task<IResult>>(
            _ => Task.FromResult<IResult>(saved),
            async refusal =>
                refusal.Kind == RefusalKind.WrongState
                    ? await AgainAsync()
                    : await pages.ShowAsync(
                        request,
                        PageOf(view, reader.Form.WithErrors(refusal.Findings)),
                        StatusCodes.Status422UnprocessableEntity
                    )
        );

        // A form that is sent twice is answered as it was at first. Otherwise ready to replace what somebody else saved, which is shown
        // beside it.
        async Task<IResult> AgainAsync()
        {
            var now = await profiles.FindAsync(evaluator, caller, cancellationToken);
            if (EvaluatorView.HashOf(changes.Applied(now.Profile())) == EvaluatorView.HashOf(now.Profile()))
            {
                return saved;
            }

            var form = reader.Form with
            {
                Values = new Dictionary<string, IReadOnlyList<string>>(reader.Form.Values)
                {
                    [EvaluatorModel.TagField] = [EvaluatorView.HashOf(now.Profile())],
                },
                Kept = EvaluatorModel.InWords(now.Profile()),
            };
            return await pages.ShowAsync(request, PageOf(now, form.WithError(FormCommands.MovedText)), StatusCodes.Status409Conflict);
        }

        EvaluatorModel PageOf(EvaluatorView shown, Form form) =>
            new(
                form,
                shown.Name,
                isWhole,
                shown.Id == caller.Actor.Id,
                [.. directory.Evaluators.Where(person => person.Id != shown.Id).Select(person => (person.Id, person.Name))],
                isWhole ? Links.Evaluators : Links.Account
            );
    }
}
