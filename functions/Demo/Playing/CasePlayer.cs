using System.Net.Http.Json;
using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>Plays one case from upload to register, as each of its people in turn.</summary>
internal sealed class CasePlayer(Api api, Patience patience)
{
    /// <param name="sample">The case.</param>
    /// <param name="stage">Called with a description whenever the stage changes.</param>
    /// <param name="cancellationToken">Cancels the case.</param>
    public async Task<CaseOutcome> PlayAsync(SampleCase sample, Action<string> stage, CancellationToken cancellationToken)
    {
        stage("looking at the register");
        if (await RegisterPart.FindAsync(api, sample, cancellationToken) is { } earlier)
        {
            return Published(sample, earlier, $"already on the register as {earlier.Number}");
        }

        var provider = api.As(sample.Script.By);
        stage(sample.Script.Upload == UploadWay.Package ? "sending the package" : "sending draft and documents");
        var application = new ApplicationInPlay(
            await ProviderPart.SendInAsync(provider, sample, cancellationToken),
            provider,
            patience,
            cancellationToken
        );

        stage("being validated");
        var validated = await application.UntilStatusAsync("Returned", "InReview", "Approved", "Published");
        if (validated.Status == "Returned")
        {
            return await ReturnedAsync(sample, validated, cancellationToken);
        }

        if (validated.Status == "InReview")
        {
            await EvaluateAsync(application, sample, stage);
        }

        if (sample.Script.Referral is { } referral)
        {
            await SettleFundingAsync(application, referral, stage);
        }

        stage("being published");
        var last = await application.UntilStatusAsync("Published", "Declined");
        return last.RegisterNumber is { } number
            ? Published(sample, await RegisterPart.ReadAsync(api, number, cancellationToken), "on the register")
            : CaseOutcome.Failed($"{last.Status}, with no number on the register");
    }

    private static async Task EvaluateAsync(ApplicationInPlay application, SampleCase sample, Action<string> stage)
    {
        var task = await application.UntilTaskAsync("Evaluation");
        var evaluator = application.Provider.As(task.Assignee);
        if (sample.Script.InformationRequest is { } question)
        {
            stage($"{task.Assignee} asks for more");
            var request = await EvaluatorPart.AskAsync(evaluator, task.Id, question, application.Stop);
            await application.UntilStatusAsync("InformationRequested");
            stage($"{sample.Script.By} answers");
            await ProviderPart.AnswerAsync(application, sample, question, request.Number);
            await application.UntilStatusAsync("InReview");
        }

        stage($"{task.Assignee} evaluates");
        await EvaluatorPart.DecideAsync(evaluator, task.Id, sample.Script, application.Stop);
        if (await application.OpenTaskAsync("SecondReview") is { } review)
        {
            stage($"{review.Assignee} reviews");
            await EvaluatorPart.DecideAsync(application.Provider.As(review.Assignee), review.Id, sample.Script, application.Stop);
        }
    }

    private static async Task SettleFundingAsync(ApplicationInPlay application, ScriptedReferral referral, Action<string> stage)
    {
        stage("funding is referred");
        var task = await application.UntilTaskAsync("FundingReferral");
        stage($"{task.Assignee} settles the funding");
        await application
            .Provider.As(task.Assignee)
            .DoAsync(
                HttpMethod.Post,
                $"api/tasks/{task.Id}/decision",
                JsonContent.Create(new ScriptedDecision(referral.Outcome, referral.Reasons, []).Body()),
                application.Stop
            );
    }

    private async Task<CaseOutcome> ReturnedAsync(SampleCase sample, ApplicationView returned, CancellationToken cancellationToken)
    {
        var errors = (returned.Findings ?? []).Where(finding => finding.Severity == "Error").ToList();
        // Another run may have played the same case at the same time.
        if (errors.Any(error => error.Rule == "DUP01") && await RegisterPart.FindAsync(api, sample, cancellationToken) is { } other)
        {
            return Published(sample, other, $"already on the register as {other.Number}");
        }

        var why = string.Join(" ", errors.Select(error => $"{error.Rule}: {error.Message}"));
        var isExpected = sample.IsFaulty && errors.Select(error => error.Rule).Distinct().Order().SequenceEqual(sample.Script.Expect.Rules);
        return new(isExpected, $"returned, {why}");
    }

    private static CaseOutcome Published(SampleCase sample, RegisterEntryView entry, string how)
    {
        var (expected, funding) = (sample.Script.Expect, entry.Funding?.Outcome);
        return expected.Status == "Published" && expected.Funding == funding
            ? new(AsExpected: true, how, entry.ReportingCode, entry.Number, funding)
            : CaseOutcome.Failed(
                $"{how} with funding {funding ?? "none"}; expected {expected.Status} with funding {expected.Funding ?? "none"}"
            );
    }
}
