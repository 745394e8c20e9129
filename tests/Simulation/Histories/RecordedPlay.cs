using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MicroCred.App.Pipeline;
using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;
using MicroCred.Demo.Playing;

namespace MicroCred.Simulation.Histories;

/// <summary>Plays one application through the app over HTTP, with the Demo's code, while its orchestration's history is recorded.</summary>
internal sealed class RecordedPlay(HttpClient http, string name)
{
    private static readonly SampleCase Sample = SampleCases.All.Single(sample => sample.Id == "startup-ignition");
    private static readonly int[] Moderation = [6];
    private static readonly object Extension = new { due = "2045-03-01", reason = "They are ill." };
    private readonly Api _mito = new(http, "mito");

    /// <summary>The plays by name; each returns the id of the orchestration to record once the application has ended.</summary>
    public static IReadOnlyDictionary<string, Func<RecordedPlay, Task<string>>> All { get; } =
        new Dictionary<string, Func<RecordedPlay, Task<string>>>
        {
            ["happy"] = play => play.HappyAsync(),
            ["returned"] = play => play.ReturnedAsync(),
            ["information-request"] = play => play.InformationRequestAsync(),
            ["extended"] = play => play.ExtendedAsync(),
            ["referral"] = play => play.ReferralAsync(),
            ["second-review"] = play => play.DisputedAsync(),
            ["declined"] = play => play.DeclinedAsync(),
            ["reconsidered"] = play => play.ReconsideredAsync(),
            ["withdrawn"] = play => play.WithdrawnAsync(),
        };

    private async Task<string> HappyAsync()
    {
        var application = await SendAsync(Body());
        await Decide(application, Sample.Script);
        return await EndAsync(application, "Published");
    }

    private async Task<string> ReturnedAsync()
    {
        var faulty = Body();
        faulty["microCredential"]!["credits"] = 41;
        var application = await SendAsync(faulty);
        await application.UntilStatusAsync("Returned");
        await _mito.DoAsync(HttpMethod.Put, $"api/applications/{application.Id}", JsonContent.Create(Body()), CancellationToken.None);
        await _mito.DoAsync(HttpMethod.Post, $"api/applications/{application.Id}/submission", content: null, CancellationToken.None);
        await Decide(application, Sample.Script);
        return await EndAsync(application, "Published");
    }

    private async Task<string> InformationRequestAsync()
    {
        var application = await SendAsync(Body());
        var task = await application.UntilTaskAsync("Evaluation");
        await AskAsync(task);
        await application.UntilStatusAsync("InformationRequested");
        await _mito.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/information-requests/1/response",
            JsonContent.Create(new { answer = "One in ten is." }),
            CancellationToken.None
        );
        await application.UntilStatusAsync("InReview");
        await Decide(application, Sample.Script);
        return await EndAsync(application, "Published");
    }

    /// <summary>A registrar gives the provider more time to answer, and the evaluator more time to decide.</summary>
    private async Task<string> ExtendedAsync()
    {
        var application = await SendAsync(Body());
        var task = await application.UntilTaskAsync("Evaluation");
        await AskAsync(task);
        await application.UntilStatusAsync("InformationRequested");
        var registrar = _mito.As("registrar");
        await registrar.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/information-requests/1/extension",
            JsonContent.Create(Extension),
            CancellationToken.None
        );
        await _mito.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/information-requests/1/response",
            JsonContent.Create(new { answer = "One in ten is." }),
            CancellationToken.None
        );
        await application.UntilStatusAsync("InReview");
        await registrar.DoAsync(HttpMethod.Post, $"api/tasks/{task.Id}/extension", JsonContent.Create(Extension), CancellationToken.None);
        await Decide(application, Sample.Script);
        return await EndAsync(application, "Published");
    }

    private Task AskAsync(TaskView task) =>
        _mito
            .As(task.Assignee)
            .DoAsync(
                HttpMethod.Post,
                $"api/tasks/{task.Id}/information-requests",
                JsonContent.Create(new { question = "How is it moderated?", criteria = Moderation }),
                CancellationToken.None
            );

    private async Task<string> ReferralAsync()
    {
        var silent = Body();
        silent["funding"]!["employmentOutcomes"] = null;
        var application = await SendAsync(silent);
        await Decide(application, Sample.Script);
        var task = await application.UntilTaskAsync("FundingReferral");
        await _mito
            .As(task.Assignee)
            .DoAsync(
                HttpMethod.Post,
                $"api/tasks/{task.Id}/decision",
                JsonContent.Create(new ScriptedDecision("Eligible", "They told us on the telephone.", [])),
                CancellationToken.None
            );
        return await EndAsync(application, "Published");
    }

    private async Task<string> DeclinedAsync()
    {
        var application = await SendAsync(Body());
        var decline = Sample.Script with { Decision = new("Decline", "Nobody needs it.", []) };
        await Decide(application, decline);
        await Decide(application, decline, "SecondReview");
        return await EndAsync(application, "Declined");
    }

    private async Task<string> ReconsideredAsync()
    {
        var application = await SendAsync(Body());
        var decline = Sample.Script with { Decision = new("Decline", "Nobody needs it.", []) };
        await Decide(application, decline);
        await Decide(application, decline, "SecondReview");
        await application.UntilStatusAsync("Declined");
        await _mito.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/reconsideration",
            JsonContent.Create(new { grounds = "Three firms need it." }),
            CancellationToken.None
        );
        await Decide(application, Sample.Script with { Findings = [] }, "Reconsideration");
        await EndAsync(application, "Published");
        return Orchestration.InstanceOf(ApplicationId.Parse(application.Id), isReconsidered: true);
    }

    private async Task<string> DisputedAsync()
    {
        var application = await SendAsync(Body());
        await Decide(application, Sample.Script with { Decision = new("Decline", "Nobody needs it.", []) });
        await Decide(application, Sample.Script, "SecondReview");
        await Decide(application, Sample.Script with { Findings = [] }, "Resolution");
        return await EndAsync(application, "Published");
    }

    private async Task<string> WithdrawnAsync()
    {
        var application = await SendAsync(Body());
        await application.UntilTaskAsync("Evaluation");
        await _mito.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/withdrawal",
            JsonContent.Create(new { reason = "We changed our plans." }),
            CancellationToken.None
        );
        return await EndAsync(application, "Withdrawn");
    }

    private JsonObject Body()
    {
        var body = Sample.Application.DeepClone().AsObject();
        body["microCredential"]!["title"] = $"Recorded, {name}";
        return body;
    }

    private async Task<ApplicationInPlay> SendAsync(JsonObject body)
    {
        var sent = await _mito.PostAsync<ApplicationView>(
            "api/applications/package",
            Uploads.Package(Sample with { Application = body }),
            CancellationToken.None
        );
        return new ApplicationInPlay(sent.Id, _mito, new Patience(MicroCred.Tests.Support.Patience.Limit), CancellationToken.None);
    }

    private async Task Decide(ApplicationInPlay application, Script script, string kind = "Evaluation")
    {
        var task = await application.UntilTaskAsync(kind);
        await EvaluatorPart.DecideAsync(_mito.As(task.Assignee), task.Id, script, CancellationToken.None);
    }

    private static async Task<string> EndAsync(ApplicationInPlay application, string status) =>
        (await application.UntilStatusAsync(status)).Id;
}
