using MicroCred.Tests.Support;
using System.Collections.Concurrent;
using System.Diagnostics;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Operation;

/// <summary>One application can be followed from its submission to the register: through HTTP, orchestration, activities and queue.</summary>
public sealed class TraceTests : IAsyncLifetime, IDisposable
{
    private const string Submitter = "00-11111111111111111111111111111111-2222222222222222-01";
    private const string Decider = "00-33333333333333333333333333333333-4444444444444444-01";

    private readonly SpanCollection _spans = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.Start("SWEEP_SCHEDULE=0 0 0 1 1 *");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task What_the_system_does_belongs_to_the_submission_s_trace_and_each_step_has_one_span()
    {
        ApplicationId id = await Publish();

        Activity submission = The(id, "SubmitApplication");
        Assert.Equal(Submitter, $"00-{submission.TraceId}-{submission.ParentSpanId}-01");
        Assert.Equal(
            [("Validate", "Validation"), ("Assign", "Evaluation"), ("AssessFunding", "Funding"), ("Publish", "Publication")],
            _spans.In(submission.TraceId)
                .Where(span => span.ParentSpanId == submission.SpanId)
                .OrderBy(span => span.StartTimeUtc)
                .Select(span => (span.OperationName, (string?)span.GetTagItem("microcred.stage"))));
        Assert.All(_spans.In(submission.TraceId), span => Assert.Equal(id.ToString(), span.GetTagItem("microcred.application.id")));
        Assert.All(_spans.In(submission.TraceId), span => Assert.Empty(span.Links));
    }

    [Fact]
    public async Task A_letter_is_sent_in_the_trace_of_the_step_that_wrote_it()
    {
        ApplicationId id = await Publish();

        List<Activity> letters = [.. _spans.About(id).Where(span => span.OperationName == "SendNotification")];
        Assert.Equal(
            new[] { The(id, "Assign").SpanId, The(id, "Publish").SpanId }.Order(ById), letters.Select(letter => letter.ParentSpanId).Order(ById));
        Assert.All(letters, letter => Assert.Equal("Notification", letter.GetTagItem("microcred.stage")));
    }

    [Fact]
    public async Task What_a_person_does_later_is_in_a_trace_of_its_own_that_links_to_the_submission()
    {
        ApplicationId id = await Publish();

        Activity decision = The(id, "Decide");
        Assert.Equal(Decider, $"00-{decision.TraceId}-{decision.ParentSpanId}-01");
        Assert.Equal("Evaluation", decision.GetTagItem("microcred.stage"));
        ActivityContext submission = The(id, "SubmitApplication").Context;
        foreach (Activity act in _spans.About(id).Where(span => span.OperationName is "Decide" or "RecordFinding"))
        {
            ActivityLink link = Assert.Single(act.Links);
            Assert.Equal((submission.TraceId, submission.SpanId), (link.Context.TraceId, link.Context.SpanId));
        }
    }

    [Fact]
    public async Task Spans_hold_the_application_s_id_and_the_stage_and_nothing_else()
    {
        ApplicationId id = await Publish();

        IReadOnlyList<Activity> spans = _spans.About(id);
        Assert.NotEmpty(spans);
        Assert.All(spans, span =>
        {
            Assert.Equal(["microcred.application.id", "microcred.stage"], span.TagObjects.Select(tag => tag.Key).Order());
            Assert.Matches("^[A-Z][A-Za-z]+$", (string)span.GetTagItem("microcred.stage")!);
            Assert.Equal(span.OperationName, span.DisplayName);
            Assert.Null(span.StatusDescription);
            Assert.Empty(span.Events);
            Assert.Empty(span.Baggage);
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00-not-a-trace-01")]
    public async Task A_request_without_a_trace_begins_one(string? traceParent)
    {
        ApplicationId id = await _app.Draft(AnApplication.WithoutFault);
        await Send("mito", HttpMethod.Get, $"/api/applications/{id}", null, traceParent);

        Assert.Equal(default, The(id, "GetApplication").ParentSpanId);
    }

    [Fact]
    public async Task What_is_made_up_for_links_to_the_submission()
    {
        await using RunningApp app = await RunningApp.Start("SWEEP_SCHEDULE=* * * * * *");
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault);
        Application inReview = await app.Until(id, application => application.Status == ApplicationStatus.InReview);
        await app.Get<Worklists>().Intend(new Intent(id, Guid.NewGuid(), inReview.Revision, DateTimeOffset.UtcNow.AddMinutes(-2)), default);

        await Patience.UntilAsync(() => Task.FromResult(_spans.About(id).Any(span => span.OperationName == "MakeUp")), () => "It isn't made up for.");

        Activity madeUp = The(id, "MakeUp");
        Assert.Equal(The(id, "SubmitApplication").TraceId, Assert.Single(madeUp.Links).Context.TraceId);
        Assert.Equal("Pipeline", madeUp.GetTagItem("microcred.stage"));
    }

    [Fact]
    public async Task Where_the_host_traces_too_its_span_comes_between_the_sender_s_and_the_app_s()
    {
        ConcurrentQueue<Activity> ofTheHost = new();
        using ActivityListener host = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = ofTheHost.Enqueue,
        };
        ActivitySource.AddActivityListener(host);
        ApplicationId id = await _app.Draft(AnApplication.WithoutFault);
        await Send("mito", HttpMethod.Get, $"/api/applications/{id}", null, Submitter);

        Activity span = The(id, "GetApplication");
        Activity between = Assert.Single(ofTheHost, other => other.SpanId == span.ParentSpanId);
        Assert.Equal(Submitter, between.ParentId);
        Assert.Equal(span.TraceId, between.TraceId);
    }

    [Fact]
    public async Task A_failure_is_seen_on_its_span_and_nothing_of_its_message()
    {
        using Measurements measured = new(_app);
        await new Azure.Data.Tables.TableServiceClient(_app.ConnectionString).DeleteTableAsync("Worklists");
        using HttpClient http = _app.As("mito");
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/applications") { Headers = { { "traceparent", Submitter } } };
        using HttpResponseMessage answer = await http.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, answer.StatusCode);
        Activity failed = Assert.Single(_spans.In(ActivityTraceId.CreateFromString(Submitter.AsSpan(3, 32))), span => span.OperationName == "ListApplications");
        Assert.Equal((ActivityStatusCode.Error, null), (failed.Status, failed.StatusDescription));
        Assert.Single(measured.Of("microcred.function.duration", "function=ListApplications stage=Submission outcome=failed"));
    }

    private static Comparer<ActivitySpanId> ById { get; } =
        Comparer<ActivitySpanId>.Create((one, other) => string.CompareOrdinal(one.ToHexString(), other.ToHexString()));

    private Activity The(ApplicationId id, string function) => Assert.Single(_spans.About(id), span => span.OperationName == function);

    /// <summary>From a draft to the register; the orchestration is replayed with each step.</summary>
    private async Task<ApplicationId> Publish()
    {
        ApplicationId id = await _app.Draft(AnApplication.WithoutFault.AskingForFunding());
        await Send("mito", HttpMethod.Post, $"/api/applications/{id}/submission", null, Submitter);
        EvaluationTask task = (await _app.Until(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await _app.FindAllMet(task);
        await Send(
            task.Assignee!, HttpMethod.Post, $"/api/tasks/{task.Id}/decision", new { outcome = "Approve", reasons = "As the findings say.", conditions = Array.Empty<string>() }, Decider);
        await _app.OrchestrationEnded(id);
        await _app.LettersSent(id, 2);
        await Patience.UntilAsync(() => Task.FromResult(_spans.About(id).Count(span => span.OperationName == "SendNotification") == 2), () => "Letters lack spans.");
        return id;
    }

    private async Task Send(string persona, HttpMethod method, string path, object? body, string? traceParent)
    {
        using HttpClient http = _app.As(persona);
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        if (traceParent is not null)
        {
            request.Headers.Add("traceparent", traceParent);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
