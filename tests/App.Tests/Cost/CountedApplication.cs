using System.Net.Http.Headers;
using System.Net.Http.Json;
using MicroCred.App.Serialization;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Inspection.Tests.Files;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.App.Tests.Cost;

/// <summary>
/// One application that asks for funding and is approved at once, played over HTTP in an app that has published before. A proxy counts
/// every storage request of app and engine, except polls, leases and upkeep.
/// </summary>
[CollectionDefinition(Name)]
public sealed class CountedApplication : IAsyncLifetime, ICollectionFixture<CountedApplication>
{
    public const string Name = "The counted application";

    private const string Never = "0 0 0 1 1 *";

    /// <summary>Letters fetched together cost less, so the test waits for each: the evaluator's and the provider's.</summary>
    public const int Letters = 2;

    /// <summary>
    /// Calls over HTTP: a draft, three uploads, a check, the submission; three documents read, seven findings, the decision.
    /// </summary>
    public const int Calls = 17;

    /// <summary>Requests during drafting, with three documents uploaded and checked.</summary>
    public IReadOnlyList<RequestName> Drafting { get; private set; } = [];

    /// <summary>Requests of app and engine from submission to Published, without the evaluator's calls.</summary>
    public IReadOnlyList<RequestName> Pipeline { get; private set; } = [];

    /// <summary>Requests of the evaluator's calls before the decision: three documents read, and seven findings.</summary>
    public IReadOnlyList<RequestName> Evaluator { get; private set; } = [];

    /// <summary>The size of its register entry as JSON, in bytes.</summary>
    public int EntryBytes { get; private set; }

    /// <summary>The number of activities that the engine ran.</summary>
    public int Activities =>
        Pipeline.Count(name =>
            name is { Method: "POST", IsTheEngines: true } && name.Resource.Contains("workitems", StringComparison.Ordinal)
        );

    /// <summary>The number of its orchestration's turns.</summary>
    public int Turns => Pipeline.Count(IsTurn);

    public async Task InitializeAsync()
    {
        var account = await SharedStorage.AccountOfItsOwnAsync();
        await using var proxy = await StorageProxy.StartAsync(account);
        await using var app = await RunningApp.StartOnAsync(
            proxy.ConnectionString,
            account,
            $"SWEEP_SCHEDULE={Never}",
            $"RECONCILE_SCHEDULE={Never}",
            $"ARCHIVE_SCHEDULE={Never}"
        );
        await PlayAsync(app, proxy, "The first of all");
        await PlayAsync(app, proxy, "The one that counts");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static IReadOnlyList<RequestName> Taken(StorageProxy proxy) =>
        [
            .. proxy
                .Log.Take()
                .Where(request => request.Kind == RequestKind.Work && !request.Name.LooksForMessages)
                .Select(request => request.Name),
        ];

    /// <summary>A turn ends when its message is deleted.</summary>
    private static Task TurnsEndedAsync(StorageProxy proxy) =>
        Patience.UntilAsync(
            () =>
                Task.FromResult(
                    proxy.Log.All.Count(request => request.Name is { Method: "DELETE", Resource: "microcred-control-*/messages/*" })
                        == proxy.Log.All.Count(request => IsTurn(request.Name))
                ),
            () => "A turn of the orchestration doesn't end."
        );

    private static bool IsTurn(RequestName name) => name is { Method: "POST", Resource: "$batch MicroCredHistory" };

    private async Task PlayAsync(RunningApp app, StorageProxy proxy, string title)
    {
        Taken(proxy);
        var id = await DraftAsync(
            app,
            AnApplication.WithoutFault.AskingForFunding().With(content => content with { Title = title }).Content
        );
        Drafting = Taken(proxy);

        await app.SubmitAsync(id);
        var assigned = await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);
        await app.LettersSentAsync(id, 1);
        await TurnsEndedAsync(proxy);
        List<RequestName> pipeline = [.. Taken(proxy)];

        foreach (var document in assigned.Documents)
        {
            await app.SendAsync(assigned.Tasks[^1].Assignee!, HttpMethod.Get, $"/api/applications/{id}/documents/{document.Id}", null);
        }

        await app.FindAllMetAsync(assigned.Tasks[^1]);
        Evaluator = Taken(proxy);

        await app.DecideAsync(assigned.Tasks[^1], "Approve");
        var published = await app.UntilAsync(id, application => application.Status == ApplicationStatus.Published);
        await app.LettersSentAsync(id, Letters);
        await app.OrchestrationEndedAsync(id);
        await TurnsEndedAsync(proxy);
        pipeline.AddRange(Taken(proxy));
        Pipeline = pipeline;

        using var anyone = app.As("no-role");
        EntryBytes = (await anyone.GetByteArrayAsync($"/api/register/{published.Registration!.Number}")).Length;
    }

    private static async Task<ApplicationId> DraftAsync(RunningApp app, ApplicationContent content)
    {
        using var mito = app.As("mito");
        using var answer = await mito.PostAsJsonAsync("/api/applications", content, AppJson.Stored);
        answer.EnsureSuccessStatusCode();
        var path = answer.Headers.Location!.ToString();
        foreach (var kind in (DocumentKind[])[DocumentKind.Curriculum, DocumentKind.AssessmentPlan, DocumentKind.EvidenceOfNeed])
        {
            using MultipartFormDataContent form = new();
            using StringContent field = new($"{kind}");
            using ByteArrayContent file = new(PdfFile.With($"<< /Of ({kind}) >>"));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(field, "kind");
            form.Add(file, "file", $"{kind}.pdf");
            using var uploaded = await mito.PostAsync(new Uri($"{path}/documents", UriKind.Relative), form);
            uploaded.EnsureSuccessStatusCode();
        }

        await app.SendAsync("mito", HttpMethod.Post, $"{path}/check", null);
        return ApplicationId.Parse(path.Split('/')[^1]);
    }
}
