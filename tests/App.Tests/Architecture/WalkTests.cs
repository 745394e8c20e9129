using System.Text.RegularExpressions;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Architecture;

/// <summary>The walk through docs/architecture.md refers to existing files, and each contains what the page says.</summary>
public sealed partial class WalkTests
{
    private static readonly List<(string Path, string Says)> Steps = Read();

    [Fact]
    public void It_has_ten_files_at_most() => Assert.InRange(Steps.Count, 5, 10);

    [Fact]
    public void Each_file_has_what_the_walk_says_of_it() => Assert.All(Steps, step =>
        {
            var source = File.ReadAllText(Repository.Path(step.Path));
            Assert.All(Quoted().Matches(step.Says).Select(name => name.Groups[1].Value), name =>
                Assert.Contains(name, source, StringComparison.Ordinal)
            );
        });

    private static List<(string Path, string Says)> Read()
    {
        var walk = Repository.Read("docs/architecture.md").Split("## Follow one application")[1].Split("\n## ")[0];
        return [.. Step().Matches(walk).Select(step => (step.Groups["path"].Value, step.Groups["says"].Value))];
    }

    [GeneratedRegex(
        @"^\d+\. \[[^\]]+\]\(\.\./(?<path>[^)]+)\):(?<says>.*?)(?=^\d+\. |\z)",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Step();

    [GeneratedRegex("`([A-Za-z-]+)`")]
    private static partial Regex Quoted();
}
