using MicroCred.App.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Support;

/// <summary>Drafts in the app's own storage, with documents that count as checked, ready to be submitted over HTTP.</summary>
internal static class Drafts
{
    public static async Task<ApplicationId> Draft(this RunningApp app, AnApplication application)
    {
        DateTimeOffset now = app.Get<TimeProvider>().GetUtcNow();
        Change draft = Application.Draft(ApplicationId.New(Guid.NewGuid()), application.Provider, application.Content, People.Provider, now);
        Change whole = application.Documents.Aggregate(draft, (change, kind) => change.Then(current => current
            .AddDocument(kind, $"{kind}.pdf", "application/pdf", 1000, new string('a', 64), DocumentStatus.Accepted, [], People.Provider, now).Asked()));
        await app.Cases.Save(null, whole, [], null, default);
        return draft.Application.Id;
    }

    public static async Task<ApplicationId> Submitted(this RunningApp app, AnApplication application)
    {
        ApplicationId id = await app.Draft(application);
        using HttpClient provider = app.As("mito");
        using HttpResponseMessage answer = await provider.PostAsync(new Uri($"/api/applications/{id}/submission", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        return id;
    }
}
