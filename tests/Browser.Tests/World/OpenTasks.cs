using Microsoft.Playwright;

namespace MicroCred.Browser.Tests.World;

/// <summary>Looks up who has which task, as the evaluators' own pages say.</summary>
internal static class OpenTasks
{
    private static readonly string[] Evaluators = ["evaluator-1", "evaluator-2", "evaluator-3", "evaluator-4"];

    /// <summary>The evaluator who has the task of the application with this title.</summary>
    public static async Task<string> AssigneeAsync(Site site, string title)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            foreach (var persona in Evaluators)
            {
                await using var evaluator = await site.VisitAsync(persona);
                await evaluator.OpenAsync("/tasks");
                if (await evaluator.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).CountAsync() > 0)
                {
                    return persona;
                }
            }

            await Task.Delay(500);
        }

        throw new InvalidOperationException($"No evaluator has a task for {title}.");
    }
}
