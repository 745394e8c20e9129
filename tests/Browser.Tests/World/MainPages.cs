using MicroCred.EndToEnd.Tests.Applications;

namespace MicroCred.Browser.Tests.World;

/// <summary>The pages that people use most, each with something on it, and who opens them.</summary>
internal static class MainPages
{
    /// <summary>Makes what they show.</summary>
    public static async Task<IReadOnlyList<(string? Persona, string[] Paths)>> MakeAsync(Site site)
    {
        const string owner = "careerforce";
        var draft = await site.Instance.DraftAsync(owner);
        var application = await site.Instance.InReviewAsync(owner);
        var task = await application.TaskAsync();
        var approved = await site.Instance.InReviewAsync(owner);
        await approved.DecideAsync("Approve");
        var number = (int)(await approved.UntilAsync("Published"))["registerNumber"]!;
        return
        [
            (null, ["/", "/register", $"/register/{number}", "/statistics"]),
            (
                owner,
                [
                    "/applications",
                    $"/applications/{draft.Id}",
                    $"/applications/{draft.Id}/edit/need",
                    $"/applications/{draft.Id}/edit/documents",
                    $"/applications/{application.Id}",
                ]
            ),
            (task.AssigneeId, ["/tasks", task.Path["api".Length..], $"{task.Path["api".Length..]}/decide"]),
            ("registrar", ["/tasks", "/oversight"]),
        ];
    }
}
