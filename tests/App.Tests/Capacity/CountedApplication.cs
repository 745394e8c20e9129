using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using MicroCred.App.Operation;
using MicroCred.App.Tests.Documents;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Capacity;

/// <summary>Plays one application over HTTP, in an app that has published before, and counts.</summary>
internal static class CountedApplication
{
    private static readonly string[] Activities =
    [
        .. typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ActivityTriggerAttribute), false)))
            .Select(method => method.DeclaringType!.Name),
    ];

    public static async Task<Counted> Play()
    {
        RequestLog log = new();
        await using RunningApp app = await RunningApp.Start(log, "SWEEP_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *", "ARCHIVE_SCHEDULE=0 0 0 1 1 *");
        await Publish(app, log, "The first of all");

        List<string> invocations = [];
        using ActivityListener spans = new()
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span =>
            {
                lock (invocations)
                {
                    invocations.Add(span.OperationName);
                }
            },
        };
        ActivitySource.AddActivityListener(spans);
        Counted counted = await Publish(app, log, "The one that counts");
        return counted with { Invocations = invocations.Count, Activities = invocations.Count(Activities.Contains) };
    }

    private static async Task<Counted> Publish(RunningApp app, RequestLog log, string title)
    {
        log.Take();
        ApplicationId id = await Draft(app, AnApplication.WithoutFault.AskingForFunding().With(content => content with { Title = title }).Content);
        IReadOnlyList<SentRequest> drafting = log.Take();

        await app.Submit(id);
        EvaluationTask task = (await app.Until(id, application => application.Tasks.Count > 0)).Tasks[^1];
        await app.LettersSent(id, 1);
        List<SentRequest> pipeline = [.. log.Take()];

        foreach (Document document in (await app.Until(id, _ => true)).Documents)
        {
            await app.Send(task.Assignee!, HttpMethod.Get, $"/api/applications/{id}/documents/{document.Id}", null);
        }

        await app.FindAllMet(task);
        List<SentRequest> evaluator = [.. log.Take()];
        await app.Decide(task, "Approve");
        Application published = await app.Until(id, application => application.Status == ApplicationStatus.Published);
        await app.LettersSent(id, 2);
        await app.OrchestrationEnded(id);
        foreach (SentRequest request in log.Take())
        {
            (request.Stage == "Evaluation" ? evaluator : pipeline).Add(request);
        }

        using HttpClient anyone = app.As("no-role");
        byte[] entry = await anyone.GetByteArrayAsync($"/api/register/{published.Registration!.Number}");
        return new Counted(drafting, pipeline, evaluator, 0, 0, entry.Length);
    }

    private static async Task<ApplicationId> Draft(RunningApp app, ApplicationContent content)
    {
        using HttpClient mito = app.As("mito");
        using HttpResponseMessage answer = await mito.PostAsJsonAsync("/api/applications", content, AppJson.Stored);
        answer.EnsureSuccessStatusCode();
        string path = answer.Headers.Location!.ToString();
        foreach (DocumentKind kind in (DocumentKind[])[DocumentKind.Curriculum, DocumentKind.AssessmentPlan, DocumentKind.EvidenceOfNeed])
        {
            using MultipartFormDataContent form = new();
            using StringContent field = new($"{kind}");
            using ByteArrayContent file = new(PdfFile.With($"<< /Of ({kind}) >>"));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(field, "kind");
            form.Add(file, "file", $"{kind}.pdf");
            using HttpResponseMessage uploaded = await mito.PostAsync(new Uri($"{path}/documents", UriKind.Relative), form);
            uploaded.EnsureSuccessStatusCode();
        }

        await app.Send("mito", HttpMethod.Post, $"{path}/check", null);
        return ApplicationId.Parse(path.Split('/')[^1]);
    }
}
