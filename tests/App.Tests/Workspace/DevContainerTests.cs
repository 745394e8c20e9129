using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Workspace;

/// <summary>The dev container's description, as far as it can be checked without building one.</summary>
public sealed class DevContainerTests
{
    private static readonly JsonObject Container = JsonNode
        .Parse(Repository.Read(".devcontainer/devcontainer.json"), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!
        .AsObject();

    [Fact]
    public void Has_the_SDK_that_the_build_asks_for() =>
        Assert.Equal(
            Version.Parse((string)JsonNode.Parse(Repository.Read("global.json"))!["sdk"]!["version"]!).ToString(fieldCount: 2),
            VersionOf("dotnet")
        );

    [Fact]
    public void Has_the_Node_that_the_README_asks_for() =>
        Assert.Contains($"Node {VersionOf("node")}", Repository.Read("README.md"), StringComparison.Ordinal);

    [Fact]
    public void Shows_the_port_that_the_app_answers_on() =>
        Assert.Contains(Container["forwardPorts"]!.AsArray(), port =>
            Repository.Read("README.md").Contains($"<http://localhost:{port}>", StringComparison.Ordinal)
        );

    [Fact]
    public void Restores_by_the_command_of_the_checks() =>
        Assert.Contains((string)Container["postCreateCommand"]!, Repository.Read(".ci/run").Split('\n'));

    private static string? VersionOf(string feature) =>
        (string?)
            Container["features"]!
                .AsObject()
                .Single(found => found.Key.StartsWith($"ghcr.io/devcontainers/features/{feature}:", StringComparison.Ordinal))
                .Value!["version"];
}
