using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MicroCred.Benchmarks.World;

/// <summary>The provider and the evaluator of an application, who act and look over HTTP.</summary>
internal sealed class People(HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private int _looks;

    /// <summary>How often somebody looked whether the pipeline has got further.</summary>
    public int Looks => _looks;

    /// <summary>An application's whole way, from submission to Published.</summary>
    public async Task Publish(Draft draft, TimeSpan betweenLooks)
    {
        await Submit(draft);
        OpenTask task = await Assigned(draft, betweenLooks);
        await FindAllMet(task);
        await Decide(task);
        await Until(draft, "Published", betweenLooks);
    }

    public Task Submit(Draft draft) => Send(draft.Persona, HttpMethod.Post, $"/api/applications/{draft.Id}/submission", null);

    /// <summary>The evaluator's task, once there is one.</summary>
    public async Task<OpenTask> Assigned(Draft draft, TimeSpan betweenLooks)
    {
        for (DateTime end = DateTime.UtcNow + Limit; DateTime.UtcNow < end; await Task.Delay(betweenLooks))
        {
            Interlocked.Increment(ref _looks);
            JsonElement tasks = await Read("registrar", $"/api/tasks?application={draft.Id}");
            if (tasks.GetProperty("items").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } task)
            {
                return new OpenTask(task.GetProperty("id").GetString()!, task.GetProperty("assignee").GetString()!);
            }
        }

        throw new TimeoutException($"Nobody was assigned application {draft.Id}: it is {await Status(draft)}.");
    }

    public async Task FindAllMet(OpenTask task)
    {
        for (int criterion = 1; criterion <= 7; criterion++)
        {
            await Send(task.Assignee, HttpMethod.Put, $"/api/tasks/{task.Id}/findings/{criterion}", new { result = "Met", comment = "Read and considered." });
        }
    }

    public Task Decide(OpenTask task) => Send(
        task.Assignee,
        HttpMethod.Post,
        $"/api/tasks/{task.Id}/decision",
        new { outcome = "Approve", reasons = "As the findings say.", conditions = Array.Empty<string>() });

    public async Task<string> Status(Draft draft) =>
        (await Read(draft.Persona, $"/api/applications/{draft.Id}")).GetProperty("status").GetString()!;

    public async Task Until(Draft draft, string status, TimeSpan betweenLooks)
    {
        for (DateTime end = DateTime.UtcNow + Limit; DateTime.UtcNow < end; await Task.Delay(betweenLooks))
        {
            Interlocked.Increment(ref _looks);
            if (await Status(draft) == status)
            {
                return;
            }
        }

        throw new TimeoutException($"Application {draft.Id} isn't {status} but {await Status(draft)}.");
    }

    private async Task<JsonElement> Read(string persona, string path)
    {
        using HttpResponseMessage answer = await Ask(persona, HttpMethod.Get, path, null);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task Send(string persona, HttpMethod method, string path, object? body)
    {
        using HttpResponseMessage answer = await Ask(persona, method, path, body);
    }

    private async Task<HttpResponseMessage> Ask(string persona, HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        HttpResponseMessage answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException($"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>An evaluator's task.</summary>
internal sealed record OpenTask(string Id, string Assignee);
