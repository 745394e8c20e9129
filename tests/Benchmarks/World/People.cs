using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MicroCred.Benchmarks.World;

/// <summary>An application's provider and evaluator, who act and poll over HTTP; App and peer have the same URLs.</summary>
internal sealed class People(HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private int _looks;

    /// <summary>How often people polled an application's status.</summary>
    public int Looks => _looks;

    /// <summary>Takes an application from submission to Published.</summary>
    public async Task PublishAsync(Draft draft)
    {
        await DecideAsync(await EvaluateAsync(draft));
        await PublishedAsync(draft, BetweenLooks);
    }

    /// <summary>Takes an application to the point where only the decision is missing.</summary>
    public async Task<OpenTask> EvaluateAsync(Draft draft)
    {
        await SubmitAsync(draft);
        var task = await AssignedAsync(draft, BetweenLooks);
        await FindAllMetAsync(task);
        return task;
    }

    public Task SubmitAsync(Draft draft) => SendAsync(draft.Persona, HttpMethod.Post, $"/api/applications/{draft.Id}/submission", null);

    /// <summary>Waits until the application is assigned to an evaluator, and returns the task.</summary>
    public async Task<OpenTask> AssignedAsync(Draft draft, TimeSpan betweenLooks)
    {
        await UntilAsync(draft, "InReview", betweenLooks);
        var task = (await ReadAsync("registrar", $"/api/tasks?application={draft.Id}")).GetProperty("items")[0];
        return new OpenTask(task.GetProperty("id").GetString()!, task.GetProperty("assignee").GetString()!);
    }

    /// <summary>The application's open task.</summary>
    public async Task<OpenTask> OpenTaskAsync(Draft draft)
    {
        var tasks = (await ReadAsync("registrar", $"/api/tasks?application={draft.Id}")).GetProperty("items").EnumerateArray();
        var task = tasks.First(task => task.GetProperty("status").GetString() == "Open");
        return new OpenTask(task.GetProperty("id").GetString()!, task.GetProperty("assignee").GetString()!);
    }

    /// <summary>The registrar gives a task to another evaluator.</summary>
    public Task ReassignAsync(OpenTask task) =>
        SendAsync(
            "registrar",
            HttpMethod.Post,
            $"/api/tasks/{task.Id}/assignment",
            new { assignee = task.Assignee == "evaluator-3" ? "evaluator-1" : "evaluator-3", reason = "They are free." }
        );

    /// <summary>The assignee asks the provider a question.</summary>
    public Task AskAsync(OpenTask task) =>
        SendAsync(
            task.Assignee,
            HttpMethod.Post,
            $"/api/tasks/{task.Id}/information-requests",
            new { question = "How is it moderated?", criteria = (int[])[6] }
        );

    /// <summary>The provider answers the first question.</summary>
    public Task AnswerAsync(Draft draft) =>
        SendAsync(
            draft.Persona,
            HttpMethod.Post,
            $"/api/applications/{draft.Id}/information-requests/1/response",
            new { answer = "By another provider." }
        );

    public async Task FindAllMetAsync(OpenTask task)
    {
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            await SendAsync(
                task.Assignee,
                HttpMethod.Put,
                $"/api/tasks/{task.Id}/findings/{criterion}",
                new { result = "Met", comment = "Read and considered." }
            );
        }
    }

    public Task DecideAsync(OpenTask task) => DecideAsync(task, "Approve");

    public Task DeclineAsync(OpenTask task) => DecideAsync(task, "Decline");

    private Task DecideAsync(OpenTask task, string outcome) =>
        SendAsync(
            task.Assignee,
            HttpMethod.Post,
            $"/api/tasks/{task.Id}/decision",
            new
            {
                outcome,
                reasons = "As the findings say.",
                conditions = Array.Empty<string>(),
            }
        );

    public Task PublishedAsync(Draft draft, TimeSpan betweenLooks) => UntilAsync(draft, "Published", betweenLooks);

    private async Task UntilAsync(Draft draft, string status, TimeSpan betweenLooks)
    {
        var now = "";
        for (var end = DateTime.UtcNow + Limit; DateTime.UtcNow < end; await Task.Delay(betweenLooks))
        {
            Interlocked.Increment(ref _looks);
            now = (await ReadAsync(draft.Persona, $"/api/applications/{draft.Id}")).GetProperty("status").GetString()!;
            if (now == status)
            {
                return;
            }
        }

        throw new TimeoutException($"Application {draft.Id} isn't {status} but {now}.");
    }

    private async Task<JsonElement> ReadAsync(string persona, string path)
    {
        using var answer = await AskAsync(persona, HttpMethod.Get, path, null);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task SendAsync(string persona, HttpMethod method, string path, object? body)
    {
        using var answer = await AskAsync(persona, method, path, body);
    }

    private async Task<HttpResponseMessage> AskAsync(string persona, HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException(
                $"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
    }
}

/// <summary>An evaluator's task.</summary>
internal sealed record OpenTask(string Id, string Assignee);
