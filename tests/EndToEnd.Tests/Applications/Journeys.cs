using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Applications;

/// <summary>Brings a new application to a status, the way that people would.</summary>
internal static class Journeys
{
    public static async Task<TestApplication> DraftAsync(this RunningInstance instance, string owner = "mito", JsonObject? body = null)
    {
        var answer = (await instance.As(owner).PostAsync("api/applications", body ?? ApplicationBody.New())).Is(HttpStatusCode.Created);
        return new(instance, owner, (string)answer.Json["id"]!);
    }

    /// <summary>A draft with the three documents that every application needs.</summary>
    public static async Task<TestApplication> CompleteDraftAsync(
        this RunningInstance instance,
        string owner = "mito",
        JsonObject? body = null
    )
    {
        var application = await instance.DraftAsync(owner, body);
        foreach (var kind in new[] { "Curriculum", "AssessmentPlan", "EvidenceOfNeed" })
        {
            await application.UploadAsync(kind);
        }

        return application;
    }

    public static async Task<string> UploadAsync(this TestApplication application, string kind = "Curriculum", byte[]? content = null)
    {
        using var form = TestDocument.Form(content ?? TestDocument.Pdf(), kind);
        var answer = (await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/documents", form)).Is(HttpStatusCode.Created);
        return (string)answer.Json["id"]!;
    }

    public static async Task<TestApplication> SubmittedAsync(this RunningInstance instance, string owner = "mito", JsonObject? body = null)
    {
        var application = await instance.CompleteDraftAsync(owner, body);
        (await application.Owner.PostAsync($"{application.Path}/submission")).Is(HttpStatusCode.Accepted);
        return application;
    }

    public static Task<TestApplication> ReturnedAsync(this RunningInstance instance) =>
        instance.SubmittedAsync(body: ApplicationBody.New().WithCredits(41)).UntilAsync("Returned");

    public static async Task<TestApplication> InReviewAsync(this RunningInstance instance, string owner = "mito", JsonObject? body = null)
    {
        var application = await instance.SubmittedAsync(owner, body).UntilAsync("InReview");
        await application.TaskAsync();
        return application;
    }

    public static async Task<TestApplication> InformationRequestedAsync(this RunningInstance instance)
    {
        var application = await instance.InReviewAsync();
        await (await application.TaskAsync()).AskAsync();
        return await Task.FromResult(application).UntilAsync("InformationRequested");
    }

    public static async Task<TestApplication> DeclinedAsync(this RunningInstance instance)
    {
        var application = await instance.InReviewAsync();
        await application.DeclineAsync();
        return application;
    }

    /// <summary>Its evaluator declines, and a second one does, too; waits until that counts.</summary>
    public static async Task DeclineAsync(this TestApplication application)
    {
        await application.DecideAsync("Decline");
        await application.ReviewAsync("Decline");
        await application.UntilAsync("Declined");
    }

    /// <summary>A second evaluator finds on every criterion, and decides.</summary>
    public static async Task ReviewAsync(this TestApplication application, string outcome, params string[] conditions)
    {
        var task = await application.TaskAsync("SecondReview");
        await task.FindAllAsync(conditions.Length > 0 ? "MetWithCondition" : "Met");
        (await task.DecideAsync(outcome, conditions)).Is(HttpStatusCode.OK);
    }

    /// <summary>Its evaluator has declined; a second one is to review that.</summary>
    public static async Task<TestApplication> UnderReviewAsync(this RunningInstance instance)
    {
        var application = await instance.InReviewAsync();
        await application.DecideAsync("Decline");
        await application.TaskAsync("SecondReview");
        return application;
    }

    /// <summary>On the register, and waiting for the funding adviser: at level 7, and doesn't say whether it is degree-level.</summary>
    public static async Task<TestApplication> ReferredAsync(this RunningInstance instance)
    {
        var body = ApplicationBody.Of("introduction-to-digital-accessibility").With("microCredential.degreeLevel", null);
        var application = await instance.SubmittedAsync("vuw", body).UntilAsync("Published");
        await application.TaskAsync("FundingReferral");
        return application;
    }

    public static Task<TestApplication> PublishedAsync(this RunningInstance instance, JsonObject? body = null) =>
        instance.SubmittedAsync("vuw", body ?? ApplicationBody.University()).UntilAsync("Published");

    /// <summary>The number of the entry that the same becomes.</summary>
    public static async Task<int> ListedAsync(this RunningInstance instance, JsonObject body) =>
        (int)(await (await instance.PublishedAsync(body)).ReadAsync()).Json["registerNumber"]!;

    public static async Task<TestApplication> WithdrawnAsync(this RunningInstance instance)
    {
        var application = await instance.ReturnedAsync();
        (await application.Owner.PostAsync($"{application.Path}/withdrawal", new JsonObject { ["reason"] = "A test." })).Is(
            HttpStatusCode.Accepted
        );
        return await Task.FromResult(application).UntilAsync("Withdrawn");
    }

    public static async Task DecideAsync(this TestApplication application, string outcome, params string[] conditions)
    {
        var task = await application.TaskAsync();
        await task.FindAllAsync(conditions.Length > 0 ? "MetWithCondition" : "Met");
        (await task.DecideAsync(outcome, conditions)).Is(HttpStatusCode.OK);
    }

    private static async Task<TestApplication> UntilAsync(this Task<TestApplication> coming, string status)
    {
        var application = await coming;
        await application.UntilAsync(status);
        return application;
    }
}
