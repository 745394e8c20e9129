using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MicroCred.EndToEnd.Tests.Contract;

/// <summary>
/// Lints a description by the rules in redocly/redocly.yaml, which hold each example against its schema too. Needs no network.
/// </summary>
internal static class Redocly
{
    private static readonly string Folder = typeof(Redocly)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "RedoclyFolder")
        .Value!;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static async Task AssertCleanAsync(JsonNode description)
    {
        var file = Path.Combine(Path.GetTempPath(), $"microcred-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, description.ToJsonString(Readable));
        try
        {
            var report = await LintAsync(file);
            Assert.True(
                report["totals"]!.AsObject().All(total => (int)total.Value! == 0) && report["problems"]!.AsArray().Count == 0,
                string.Join('\n', report["problems"]!.AsArray().Select(Line).Prepend("The description has faults:"))
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Line(JsonNode? problem) => $"{problem!["ruleId"]}: {problem["message"]} At {problem["location"]?[0]?["pointer"]}";

    private static async Task<JsonNode> LintAsync(string file)
    {
        var program = Path.Combine("node_modules", "@redocly", "cli", "bin", "cli.js");
        var start = new ProcessStartInfo("node", [program, "lint", file, "--config", "redocly.yaml", "--format", "json"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        };
        using var linter = Process.Start(start)!;
        var said = linter.StandardError.ReadToEndAsync();
        var report = await linter.StandardOutput.ReadToEndAsync();
        await linter.WaitForExitAsync();
        Assert.True(report.StartsWith('{'), $"The linter says no report: {report}{await said}");
        return JsonNode.Parse(report)!;
    }
}
