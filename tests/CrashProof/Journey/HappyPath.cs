using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Demo.Cases;

namespace MicroCred.CrashProof.Tests.Journey;

/// <summary>
/// One application from its package to its entry on the register, with funding asked for. What people wait for is looked up past the
/// proxy, so that their looking adds no request that could be cut.
/// </summary>
internal static class HappyPath
{
    private static readonly SampleCase Sample = SampleCases.All.Single(sample => sample.Id == "startup-accelerate-automotive");
    private static readonly byte[] Package = Sample.Package();

    /// <returns>The application's id, as soon as the decision is taken.</returns>
    public static async Task<string> WalkAsync(AppWorld world, TimeSpan limit)
    {
        var submitted = await new Person(world, Sample.Script.By).DoAsync(HttpMethod.Post, "api/applications/package", () => new ByteArrayContent(Package)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/zip") },
        });
        var id = (string)JsonNode.Parse(submitted)!["id"]!;

        var (task, assignee) = await new Traces(world).EvaluationAsync(limit);
        var evaluator = new Person(world, assignee);
        foreach (var (index, finding) in Sample.Script.Findings!.Index())
            await evaluator.DoAsync(HttpMethod.Put, $"api/tasks/{task}/findings/{index + 1}", () => JsonContent.Create(finding));
        await evaluator.DoAsync(HttpMethod.Post, $"api/tasks/{task}/decision", () => JsonContent.Create(Sample.Script.Decision));
        return id;
    }
}
