using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Archiving;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Operation;

/// <summary>Operators' and the registrar's requests, as short helpers for tests.</summary>
internal static class Operators
{
    public static async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(
        this RunningApp app,
        HttpMethod method,
        string path,
        object? body = null,
        string persona = "operator"
    )
    {
        using var http = app.As(persona);
        using HttpRequestMessage request = new(method, $"/api/operations/{path}")
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>The answer of a successful request; any other answer fails the test with its content.</summary>
    public static async Task<JsonNode> ToldAsync(
        this RunningApp app,
        HttpMethod method,
        string path,
        object? body = null,
        string persona = "operator"
    )
    {
        (var status, var answer) = await app.AskAsync(method, path, body, persona);
        Assert.True((int)status is >= 200 and < 300, $"{method} {path} answered {(int)status}: {answer}");
        return answer!;
    }

    /// <summary>One nightly run of the archive, in the test's own process.</summary>
    public static Task NightAsync(this RunningApp app) =>
        ActivatorUtilities.CreateInstance<ArchiveApplications>(app.Get<IServiceProvider>()).RunAsync(new TimerInfo(), default);

    /// <summary>An application being evaluated, once the lists, which are written a moment later, show it so.</summary>
    public static async Task<(ApplicationId Id, EvaluationTask Task)> InReviewAsync(this RunningApp app)
    {
        var id = await app.SubmittedAsync(AnApplication.WithoutFault.OfItsOwnTitle());
        var task = (await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await Patience.UntilAsync(
            async () =>
                (await app.Worklists.BacklogAsync(default)).Applications.Any(line =>
                    line.Id == id && line.Status == ApplicationStatus.InReview
                ),
            () => $"The lists don't show application {id} in review."
        );
        return (id, task);
    }

    /// <summary>The evaluator approves the application, and it goes on to the register.</summary>
    public static async Task GoesOnToTheRegisterAsync(this RunningApp app, ApplicationId id, EvaluationTask task)
    {
        await app.FindAllMetAsync(task);
        await app.DecideAsync(task, "Approve");
        await app.UntilAsync(id, application => application.Status == ApplicationStatus.Published);
    }

    /// <summary>The names of the stored logs of operators' actions, in order.</summary>
    public static async Task<IReadOnlyList<string>> ActsOfOperatorsAsync(this BlobContainerClient audit) =>
        await audit
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, StorageNames.OperatorActs, default)
            .Select(file => file.Name)
            .ToListAsync();

    /// <summary>Why this application is reported as stuck; null where it isn't.</summary>
    public static async Task<string?> StuckForAsync(this RunningApp app, ApplicationId id) =>
        (string?)
            (await app.ToldAsync(HttpMethod.Get, "stuck"))
                .AsArray()
                .FirstOrDefault(stuck => (string?)stuck!["id"] == id.ToString())
                ?["reason"];
}
