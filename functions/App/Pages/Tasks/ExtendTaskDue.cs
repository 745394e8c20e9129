using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Tasks;

/// <summary>A registrar sets another day by which a task is due.</summary>
[Feature(Features.Pages)]
internal sealed class ExtendTaskDue(CallersTasks tasks, ReasonForms forms)
{
    [Function("ExtendTaskByForm"), Allow<ExtendTask>]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}/extend")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, task) = await tasks.FindAsync(id, cancellationToken);
        ReasonModel page = new(
            Form.Of(("due", ""), (ReasonModel.WhyField, "")) with
            {
                Revision = seen.Application.Revision,
            },
            "Set another due date",
            task.IsOpen ? $"The task is due on {Labels.Day(task.Due)} now. Reminders go by the new day." : "This task is done.",
            "due",
            "New due date",
            "Set it",
            Links.Task(task.Id)
        )
        {
            IsDay = true,
            IsOver = !task.IsOpen,
            Why = ("Reason: why another day?", "Write why."),
        };
        return await forms.RunAsync(
            request,
            page,
            "Give the day.",
            (due, reason) => new ExtendTask(task.Id, Extension.Of(due, reason)),
            _ => Links.Done(Links.Task(task.Id), "extended"),
            now => [("Due", Labels.Day(now.Tasks.First(known => known.Id == task.Id).Due))],
            client,
            seen,
            cancellationToken
        );
    }
}
