using System.Text.Json;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.App.Trial;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Rules;

/// <summary>The page where a registrar tries an edition of the rules. Sending it shows what would come of it and changes nothing.</summary>
[Feature(Features.Pages)]
internal sealed class TryRulesByForm(RulesTrial trial, RuleSettings rules, FormPosts posts, CallersPages pages, CurrentUser user)
{
    private static readonly JsonSerializerOptions Readable = new(AppJson.Api) { WriteIndented = true };

    [Function(nameof(TryRulesByForm)), Allow(Role.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "rules/trial")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return await pages.ShowAsync(request, new TrialModel(FormOf(JsonSerializer.Serialize(rules.Edition, Readable)), Outcome: null));
        }

        var text = await ReceiveAsync(request, cancellationToken);
        var form = FormOf(text);
        try
        {
            var edition = RequestBody.Parse<RuleEdition>(text);
            var faults = EditionFaults.In(edition);
            return faults.Count > 0
                ? await WrongAsync(request, form, faults.Select(fault => $"{fault.Field}: {fault.Message}"))
                : await pages.ShowAsync(
                    request,
                    new TrialModel(form, OutcomeOf(edition, await trial.RunAsync(edition, user.Caller, cancellationToken)))
                );
        }
        catch (ProblemException faulty) when (faulty.Problem is { Slug: "invalid-request" })
        {
            return await WrongAsync(request, form, [faulty.Problem.Detail]);
        }
    }

    private static Form FormOf(string edition) => Form.Of((TrialModel.EditionField, edition));

    private static TrialOutcome OutcomeOf(RuleEdition edition, TrialResult result) =>
        new(
            edition.Id,
            result.Applications,
            [.. result.Failing.Select(failing => (ValidationRules.All.First(rule => rule.Id == failing.Rule), failing.Applications))]
        );

    private async Task<IResult> WrongAsync(HttpRequest request, Form form, IEnumerable<string> messages) =>
        await pages.ShowAsync(
            request,
            new TrialModel(
                messages.Aggregate(form, (wrong, message) => wrong.WithError(message)).At(TrialModel.EditionField),
                Outcome: null
            ),
            StatusCodes.Status422UnprocessableEntity
        );

    /// <summary>The edition's JSON: the file's where one was chosen, otherwise what stands in the field.</summary>
    private async Task<string> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (written, sent) = ("", "");
        const string TooLarge = "This is more than an edition of the rules may have.";
        await foreach (var part in posts.ReadPartsAsync(request, 2 * RequestBody.Limit, TooLarge, cancellationToken))
        {
            switch (part.Name)
            {
                case TrialModel.EditionField:
                    written = await part.TextAsync(cancellationToken, RequestBody.Limit);
                    break;
                case TrialModel.FileField:
                    sent = await part.TextAsync(cancellationToken, RequestBody.Limit);
                    break;
            }
        }

        return sent.Length > 0 ? sent : written;
    }
}
