using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Demo.Cases;

namespace MicroCred.CrashProof.Tests.Journey;

/// <summary>
/// One application from its package to its register entry, with funding requested. Waiting polls bypass the proxy, so that they add no
/// requests that could be cut.
/// </summary>
internal static class HappyPath
{
    private static readonly SampleCase Sample = SampleCases.All.Single(sample => sample.Id == "startup-accelerate-automotive");

    /// <returns>The application's id, once it is published and at rest.</returns>
    /// <exception cref="InvalidOperationException">The app refuses a step.</exception>
    /// <exception cref="TimeoutException">The application doesn't progress.</exception>
    public static async Task<string> WalkAsync(AppWorld world, TimeSpan limit)
    {
        var package = Package();
        var submitted = await new Person(world, Sample.Script.By).DoAsync(HttpMethod.Post, "api/applications/package", () =>
            new ByteArrayContent(package) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } }
        );

        var traces = new Traces(world);
        var (task, assignee) = await traces.EvaluationAsync(limit);
        var evaluator = new Person(world, assignee);
        foreach (var (index, finding) in Sample.Script.Findings!.Index())
        {
            await evaluator.DoAsync(HttpMethod.Put, $"api/tasks/{task}/findings/{index + 1}", () => JsonContent.Create(finding));
        }

        await evaluator.DoAsync(HttpMethod.Post, $"api/tasks/{task}/decision", () => JsonContent.Create(Sample.Script.Decision));

        var id = (string)JsonNode.Parse(submitted)!["id"]!;
        await traces.RestAsync(id, limit);
        world.Applications++;
        return id;
    }

    // Each has a different text: one similar to an existing listing would take another path.
    private static byte[] Package()
    {
        var application = Sample.Application.DeepClone().AsObject();
        application["microCredential"]!["title"] = $"{Guid.NewGuid()}";
        application["microCredential"]!["outcomes"] = new JsonArray($"{Guid.NewGuid()}");
        return (Sample with { Application = application }).Package();
    }
}
