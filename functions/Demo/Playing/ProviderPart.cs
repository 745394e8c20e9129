using System.Net.Http.Json;
using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;

namespace MicroCred.Demo.Playing;

/// <summary>The provider's steps: submits the application, and answers requests.</summary>
internal static class ProviderPart
{
    public static async Task<string> SendInAsync(Api provider, SampleCase sample, CancellationToken cancellationToken)
    {
        if (sample.Script.Upload == UploadWay.Package)
        {
            return (await provider.PostAsync<ApplicationView>("api/applications/package", Uploads.Package(sample), cancellationToken)).Id;
        }

        var draft = await provider.PostAsync<ApplicationView>(
            "api/applications",
            JsonContent.Create(sample.Application),
            cancellationToken
        );
        foreach (var document in sample.Script.Documents)
        {
            await UploadAsync(provider, draft.Id, sample, document, cancellationToken);
        }

        await provider.DoAsync(HttpMethod.Post, $"api/applications/{draft.Id}/check", content: null, cancellationToken);
        await provider.DoAsync(HttpMethod.Post, $"api/applications/{draft.Id}/submission", content: null, cancellationToken);
        return draft.Id;
    }

    public static async Task AnswerAsync(ApplicationInPlay application, SampleCase sample, ScriptedQuestion question, int number)
    {
        await UploadAsync(application.Provider, application.Id, sample, question.Document, application.Stop);
        await application.Provider.DoAsync(
            HttpMethod.Post,
            $"api/applications/{application.Id}/information-requests/{number}/response",
            JsonContent.Create(new { question.Answer }),
            application.Stop
        );
    }

    private static Task UploadAsync(
        Api provider,
        string id,
        SampleCase sample,
        ScriptedDocument document,
        CancellationToken cancellationToken
    ) => provider.DoAsync(HttpMethod.Post, $"api/applications/{id}/documents", Uploads.Document(sample, document), cancellationToken);
}
