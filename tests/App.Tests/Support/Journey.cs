using System.Net.Http.Json;
using Azure.Storage.Blobs;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Support;

/// <summary>People's actions on an application, as short helpers for tests.</summary>
internal static class Journey
{
    /// <summary>Sets a unique title, for an app that several tests share.</summary>
    public static AnApplication OfItsOwnTitle(this AnApplication wanted) =>
        wanted.With(content => content with { Title = $"{content.Title} {Guid.NewGuid():N}" });

    /// <summary>A draft with its documents, written as uploads would have written it, without their content.</summary>
    public static async Task<ApplicationId> DraftAsync(this RunningApp app, AnApplication wanted)
    {
        var draft = Application.Draft(
            ApplicationId.New(Guid.NewGuid()),
            wanted.Provider,
            wanted.Content,
            People.Provider,
            app.Get<TimeProvider>().GetUtcNow()
        );
        var whole = wanted.Documents.Aggregate(draft, (change, kind) =>
        {
            var sha256 = DocumentBytes.HashOf($"d{change.Application.Documents.Count + 1}");
            var next = change
                .Application.AddDocument(
                    kind,
                    $"{kind}.pdf",
                    "application/pdf",
                    1000,
                    sha256,
                    DocumentStatus.Accepted,
                    [],
                    People.Provider,
                    draft.Application.CreatedAt
                )
                .Change();
            return new Change(next.Application, [.. change.Events, .. next.Events]);
        });
        await DocumentBytes.KeepAsync(app.Get<BlobServiceClient>(), whole.Application);
        var saved = await app.Applications.SaveAsync(null, whole, [], answer: null, trace: null, default);
        await app.Worklists.ShowAsync(null, saved.Application, default);
        return saved.Application.Id;
    }

    public static Task SubmitAsync(this RunningApp app, ApplicationId id) =>
        app.SendAsync("mito", HttpMethod.Post, $"/api/applications/{id}/submission", null);

    /// <summary>A draft that was submitted at once.</summary>
    public static async Task<ApplicationId> SubmittedAsync(this RunningApp app, AnApplication wanted)
    {
        var id = await app.DraftAsync(wanted);
        await app.SubmitAsync(id);
        return id;
    }

    /// <summary>The assignee finds every criterion met.</summary>
    public static async Task FindAllMetAsync(this RunningApp app, EvaluationTask task)
    {
        foreach (var criterion in Enumerable.Range(1, 7))
        {
            await app.SendAsync(
                task.Assignee!,
                HttpMethod.Put,
                $"/api/tasks/{task.Id}/findings/{criterion}",
                new { result = "Met", comment = "Read and considered." }
            );
        }
    }

    public static Task DecideAsync(this RunningApp app, EvaluationTask task, string outcome) =>
        app.SendAsync(
            task.Assignee!,
            HttpMethod.Post,
            $"/api/tasks/{task.Id}/decision",
            new
            {
                outcome,
                reasons = "As the findings say.",
                conditions = Array.Empty<string>(),
            }
        );

    /// <summary>Sends a request as a persona; any answer but success fails the test with its content.</summary>
    public static async Task SendAsync(this RunningApp app, string persona, HttpMethod method, string path, object? body)
    {
        using var http = app.As(persona);
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
        );
    }

    /// <summary>Takes back the interests that tests declared, for an app that several tests share.</summary>
    public static async Task ForgetInterestsAsync(this RunningApp app)
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await app.SendAsync(
                "registrar",
                HttpMethod.Put,
                $"/api/evaluators/evaluator-{number}",
                new { interests = (string[])(number == 2 ? ["9003"] : []) }
            );
        }
    }
}
