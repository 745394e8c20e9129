using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Pages.Applications;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Tasks;

/// <summary>A task with its application on one page, where the assignee records findings one by one and asks the provider.</summary>
[Feature(Features.Pages)]
internal sealed class ShowTask(
    CallersTasks tasks,
    FormPosts posts,
    FormCommands commands,
    CallersPages pages,
    Listings listings,
    SimilarLines similar,
    CurrentUser user
)
{
    private const string QuestionForm = "question";
    private const string NoteForm = "note";

    [Function(nameof(ShowTask)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, task) = await tasks.FindAsync(id, cancellationToken);
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, await ModelAsync(seen.Application, task, typed: null, cancellationToken));
        }

        var form = await posts.ReadAsync(request, cancellationToken);
        return form[TaskModel.ActionField] switch
        {
            TaskModel.Ask => await AskAsync(),
            TaskModel.WriteNote => await NoteAsync(),
            _ => await FindAsync(),
        };

        async Task<IResult> FindAsync()
        {
            FormReader reader = new(form);
            var criterion = reader.Whole("criterion", "The criterion") ?? 0;
            if (EvaluationCriteria.Of(seen.Application.Edition).All(known => known.Number != criterion))
            {
                throw new ProblemException(Problem.Invalid("criterion: give the number of one of the criteria."));
            }

            var result = reader.Chosen<CriterionResult>("result", $"Result for criterion {criterion}");
            var comment = reader.Given("comment", $"Write a comment on criterion {criterion}.");
            var typed = reader.Form with { Name = TaskModel.FormOf(criterion) };
            return reader.IsGood
                ? await commands.ChangeAsync(
                    request,
                    typed,
                    new RecordFinding(task.Id, criterion, new(result, comment)),
                    _ => $"{Links.Done(Links.Task(task.Id), "found")}#{typed.Name}",
                    AgainAsync,
                    client,
                    cancellationToken,
                    seen,
                    application => RevisionOf(FindingOn(criterion, application.Tasks.First(known => known.Id == task.Id)))
                )
                : await WrongAsync(typed);
        }

        async Task<IResult> NoteAsync()
        {
            FormReader reader = new(form);
            var text = reader.Given("text", "Write the note.");
            var typed = reader.Form with { Name = NoteForm };
            return reader.IsGood
                ? await commands.ChangeAsync(
                    request,
                    typed,
                    new WriteNote(task.Id, new(text)),
                    _ => $"{Links.Done(Links.Task(task.Id), "noted")}#notes",
                    AgainAsync,
                    client,
                    cancellationToken,
                    seen,
                    application => application.Notes.Count
                )
                : await WrongAsync(typed);
        }

        async Task<IResult> AskAsync()
        {
            FormReader reader = new(form);
            var question = reader.Given("question", "Write your question.");
            IReadOnlyList<int> criteria =
            [
                .. EvaluationCriteria
                    .Of(seen.Application.Edition)
                    .Select(criterion => criterion.Number)
                    .Where(number => form.All("criteria").Contains($"{number}")),
            ];
            var typed = reader.Form with { Name = QuestionForm };
            return reader.IsGood
                ? await commands.ChangeAsync(
                    request,
                    typed,
                    new RequestInformation(task.Id, new(question, criteria, AskedFields.ChosenIn(form))),
                    _ => Links.Done(Links.Task(task.Id), "asked"),
                    AgainAsync,
                    client,
                    cancellationToken,
                    seen
                )
                : await WrongAsync(typed);
        }

        async Task<PageModel> AgainAsync(Form typed)
        {
            var (now, same) = await tasks.FindAsync(id, cancellationToken);
            return await ModelAsync(now.Application, same, typed, cancellationToken);
        }

        async Task<IResult> WrongAsync(Form typed) =>
            await pages.ShowAsync(
                request,
                await ModelAsync(seen.Application, task, typed, cancellationToken),
                StatusCodes.Status422UnprocessableEntity
            );
    }

    /// <summary>The page, with what is like the application where it is to be evaluated, and what a change makes another.</summary>
    private async Task<TaskModel> ModelAsync(
        Application application,
        EvaluationTask task,
        Form? typed,
        CancellationToken cancellationToken
    ) =>
        ModelOf(application, task, typed) with
        {
            Changes = await ChangesAsync(application, cancellationToken),
            Similar = task
                is { IsOpen: true, Kind: TaskKind.Evaluation or TaskKind.SecondReview or TaskKind.Resolution or TaskKind.Reconsideration }
                ? await similar.OfAsync(application, cancellationToken)
                : null,
        };

    /// <summary>What a change that isn't published yet would make another; null for any other application.</summary>
    private async Task<IReadOnlyList<(Section, IReadOnlyList<ChangedAnswer>)>?> ChangesAsync(
        Application application,
        CancellationToken cancellationToken
    ) =>
        application.Registration is null && await listings.FindChangedAsync(application, cancellationToken) is { } present
            ? ChangedAnswer.Between(AsChanged(present, by: application), VersionContent.Of(application))
            : null;

    /// <summary>What an entry has now, with what a change says of itself: that is no difference.</summary>
    private static VersionContent AsChanged(Application present, Application by) =>
        VersionContent.Of(present) with
        {
            Content = present.Content with
            {
                Type = by.Content.Type,
                RegisterNumber = by.Content.RegisterNumber,
                Urgency = by.Content.Urgency,
            },
        };

    /// <param name="application">The application.</param>
    /// <param name="task">The task.</param>
    /// <param name="typed">The one of the page's forms that was sent and comes back; null for none.</param>
    private TaskModel ModelOf(Application application, EvaluationTask task, Form? typed)
    {
        var shown = application.TasksShownTo(user.Caller.Actor.Id);
        IReadOnlyList<EvaluationTask> earlier =
        [
            .. shown.Where(other => other.IsNzqas && !other.IsOpen && other.Id != task.Id && other.Findings.Count > 0),
        ];
        task = shown.First(known => known.Id == task.Id);
        var mayNote = user.Caller.IsAny(WriteNote.Roles);
        return new TaskModel(
            application,
            task,
            tasks.NameOf(task.Assignee),
            tasks.IsOverdue(task.IsOpen, task.Due, application.Stage is Stage.Information),
            tasks.IsOwn(task),
            user.Caller.Is(Role.Registrar),
            [.. application.Criteria.Select(criterion => (criterion, FormFor(criterion)))],
            typed?.Name == QuestionForm
                ? typed.Against(application.Revision, [("Where the application is", Labels.Of(application.Stage))])
                : Form.Of((QuestionForm, "")) with
                {
                    Name = QuestionForm,
                    Revision = application.Revision,
                },
            tasks.ListOf(task)
        )
        {
            Downloads = user.Caller.IsAny([Role.Evaluator, Role.Registrar]),
            Notes = mayNote ? application.NotesShownTo(user.Caller.Actor.Id) : null,
            NoteForm = mayNote && !application.IsBlind(user.Caller.Actor.Id) ? NoteFormFor() : null,
            Earlier = earlier,
            Names = earlier
                .Append(task)
                .SelectMany(known => known.Findings)
                .Select(found => found.By)
                .Distinct()
                .ToDictionary(id => id, id => tasks.NameOf(id)!),
        };

        Form NoteFormFor() =>
            typed?.Name == NoteForm
                ? typed.Against(application.Notes.Count, [("Notes so far", $"{application.Notes.Count}")])
                : Form.Of(("text", "")) with
                {
                    Name = NoteForm,
                    Revision = application.Notes.Count,
                };

        Form FormFor(EvaluationCriterion criterion)
        {
            var found = FindingOn(criterion.Number, task);
            var kept = Form.Of(("result", found?.Result.ToString() ?? ""), ("comment", found?.Comment ?? "")) with
            {
                Name = TaskModel.FormOf(criterion.Number),
                Revision = RevisionOf(found),
            };
            return typed?.Name == kept.Name ? typed.Against(kept.Revision!.Value, KeptOf(found)) : kept;
        }
    }

    private static IReadOnlyList<(string Label, string Value)> KeptOf(CriterionFinding? found) =>
        found is null ? [("Result", "No finding yet")] : [("Result", Labels.Of(found.Result)), ("Comment", found.Comment)];

    private static CriterionFinding? FindingOn(int criterion, EvaluationTask task) =>
        task.Findings.FirstOrDefault(found => found.Criterion == criterion);

    /// <summary>
    /// Changes with the finding alone, so that one can be saved from a page that was opened before another was: nobody but the assignee
    /// writes them.
    /// </summary>
    private static int RevisionOf(CriterionFinding? found) =>
        found is null
            ? 0
            : BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{found.Result}\n{found.Comment}")));
}
