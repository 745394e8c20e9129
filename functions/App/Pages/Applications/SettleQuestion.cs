using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Applications;

/// <summary>What a registrar does with a question that its provider hasn't answered: sets another day, or closes it.</summary>
[Feature(Features.Pages)]
internal sealed class SettleQuestion(CallersApplications applications, FormCommands commands, ReasonForms forms)
{
    private const string NotOpen = "This question isn’t open any more.";

    [Function("ExtendInformationRequestByForm"), Allow<ExtendInformationRequest>]
    public async Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/questions/{number:int}/extend")]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, question) = await FindAsync(id, number, cancellationToken);
        ReasonModel page = new(
            Form.Of(("due", ""), (ReasonModel.WhyField, "")) with
            {
                Revision = commands.RevisionOf(seen.Application),
            },
            $"Another day for the answer to question {question.Number}",
            question.IsOpen
                ? $"The provider has until {Labels.Day(question.Due)} now. They are told of the new day, and read your reason."
                : NotOpen,
            "due",
            "New due date",
            "Set it",
            Links.Application(seen.Application.Id)
        )
        {
            Asked = question.Question,
            IsDay = true,
            IsOver = !question.IsOpen,
            Why = ("Reason: why another day?", "Write why."),
        };
        return await forms.RunAsync(
            request,
            page,
            "Give the day.",
            (due, reason) => new ExtendInformationRequest(seen.Application.Id, question.Number, Extension.Of(due, reason)),
            after => Links.Done(Links.Application(after.Id), "extended"),
            now => KeptOf(now, question.Number),
            client,
            seen,
            cancellationToken
        );
    }

    [Function("LapseInformationRequestByForm"), Allow<LapseInformationRequest>]
    public async Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "applications/{id:guid}/questions/{number:int}/close")]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, question) = await FindAsync(id, number, cancellationToken);
        ReasonModel page = new(
            Form.Of(("reason", "")) with
            {
                Revision = commands.RevisionOf(seen.Application),
            },
            $"Close question {question.Number} without an answer",
            question.IsOpen
                ? $"You can do so once {Labels.Day(question.Due)} is over. The evaluation then goes on. The provider reads your reason."
                : NotOpen,
            "reason",
            "Reason: why do you close it?",
            "Close it",
            Links.Application(seen.Application.Id)
        )
        {
            Asked = question.Question,
            IsOver = !question.IsOpen,
        };
        return await forms.RunAsync(
            request,
            page,
            "Write why you close it.",
            (reason, _) => new LapseInformationRequest(seen.Application.Id, question.Number, new(reason)),
            after => Links.Done(Links.Application(after.Id), "closed"),
            now => KeptOf(now, question.Number),
            client,
            seen,
            cancellationToken
        );
    }

    private static IReadOnlyList<(string Label, string Value)> KeptOf(Application application, int number) =>
        [
            ("Where the application is", Labels.Of(application.Stage)),
            ("The answer is due", Labels.Day(application.InformationRequests.First(request => request.Number == number).Due)),
        ];

    private async Task<(StoredApplication Seen, InformationRequest Question)> FindAsync(
        Guid id,
        string number,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        return (seen, seen.Application.Question(number));
    }
}
