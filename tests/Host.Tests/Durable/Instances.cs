using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.Tests.Support;

namespace MicroCred.Host.Tests.Durable;

/// <summary>The probe app's durable client, over HTTP.</summary>
internal sealed class Instances(HttpClient http)
{
    /// <summary>Starts an orchestrator and returns the instance's id.</summary>
    public async Task<string> StartAsync(string orchestrator, JsonNode? input = null, string? id = null, string options = "") =>
        (string)(await DoneAsync(await TryStartAsync(orchestrator, input, id, options)))!["id"]!;

    public Task<HttpResponseMessage> TryStartAsync(string orchestrator, JsonNode? input = null, string? id = null, string options = "") =>
        PostAsync($"/durable/start/{orchestrator}?id={Uri.EscapeDataString(id ?? $"{Guid.NewGuid():N}")}{options}", input);

    public async Task<JsonNode?> ReadAsync(string id, string options = "") =>
        Json(await http.GetStringAsync($"/durable/instance?id={Uri.EscapeDataString(id)}{options}"));

    /// <summary>Waits until the instance has ended, and returns it.</summary>
    public async Task<JsonNode> EndAsync(string id)
    {
        using var stop = new CancellationTokenSource(2 * Patience.Limit);
        return Json(await http.GetStringAsync($"/durable/ended?id={Uri.EscapeDataString(id)}", stop.Token))!;
    }

    /// <summary>Starts an orchestrator and waits until it has ended.</summary>
    public async Task<JsonNode> RunAsync(string orchestrator, JsonNode? input = null) =>
        await EndAsync(await StartAsync(orchestrator, input));

    public async Task RaiseAsync(string id, string name, JsonNode? payload) => await DoneAsync(await TryRaiseAsync(id, name, payload));

    public Task<HttpResponseMessage> TryRaiseAsync(string id, string name, JsonNode? payload) =>
        PostAsync($"/durable/events/{name}?id={Uri.EscapeDataString(id)}", payload);

    public async Task<JsonNode?> ManageAsync(string act, string id, string options = "") =>
        await DoneAsync(await TryManageAsync(act, id, options));

    public Task<HttpResponseMessage> TryManageAsync(string act, string id, string options = "") =>
        PostAsync($"/durable/acts/{act}?id={Uri.EscapeDataString(id)}{options}", null);

    /// <summary>Waits until the instance has a status.</summary>
    public Task<JsonNode> UntilAsync(string id, string status)
    {
        JsonNode? last = null;
        return Patience.UntilAsync(
            async () => (last = await ReadAsync(id)) is { } instance && (string?)instance["status"] == status ? instance : null,
            () => $"{id} should be {status}, but is {last?.ToJsonString()}"
        );
    }

    /// <summary>The exception that the client threw in the app.</summary>
    public static async Task<(string Type, string? Status, string Message)> FaultAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"It should have failed, but: {(int)answer.StatusCode} {text}");
        var fault = JsonNode.Parse(text)!;
        return ((string)fault["type"]!, (string?)fault["status"], (string)fault["message"]!);
    }

    private static async Task<JsonNode?> DoneAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode} {text}");
            return Json(text);
        }
    }

    // A null result is an empty answer.
    private static JsonNode? Json(string text) => text.Length == 0 ? null : JsonNode.Parse(text);

    private async Task<HttpResponseMessage> PostAsync(string path, JsonNode? body)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await http.PostAsync(path, content);
    }
}
