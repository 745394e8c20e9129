using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Http;

namespace MicroCred.EndToEnd.Tests.Drafting;

/// <summary>Reads lists to their end, page by page.</summary>
internal static class Listing
{
    public static async Task<IReadOnlyList<string>> IdsAsync(Caller caller, string? status = null) =>
        [
            .. (await ItemsAsync(caller, status is null ? "api/applications" : $"api/applications?status={status}")).Select(item =>
                (string)item["id"]!
            ),
        ];

    /// <summary>
    /// Does what must create nothing, and sees that no new application of the caller's has the title: what failed half-way left nothing
    /// behind.
    /// </summary>
    public static async Task NothingNewHasAsync(Caller caller, string title, Func<Task> act)
    {
        var before = await IdsAsync(caller);
        await act();
        foreach (var id in (await IdsAsync(caller)).Except(before))
        {
            Assert.DoesNotContain(title, (await caller.GetAsync($"api/applications/{id}")).Text, StringComparison.Ordinal);
        }
    }

    public static async Task<IReadOnlyList<JsonNode>> ItemsAsync(Caller caller, string path)
    {
        var items = new List<JsonNode>();
        string? after = null;
        do
        {
            var page = (await caller.GetAsync(after is null ? path : With(path, "after", after))).Is(HttpStatusCode.OK).Json;
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            after = (string?)page["next"];
        } while (after is not null);
        return items;
    }

    public static string With(string path, string name, string value) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
