using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

public sealed partial class FrontDoor
{
    private const string Routes = "Microsoft.Cdn/profiles/afdEndpoints/routes";

    [Fact]
    public void Is_there_only_when_asked_for()
    {
        Assert.Empty(Deployment.Default.All("Microsoft.Cdn/profiles"));
        Assert.Equal("https://register.example", Deployment.Everything.Settings["Site__Url"]);
    }

    [Fact]
    public void Keeps_copies_of_the_public_register_by_its_whole_query_and_passes_on_the_rest()
    {
        var cached = Deployment.Everything.The(Routes, "register");
        Assert.Equal(["/register/*", "/api/register", "/api/register.csv", "/assets/*"], cached.Texts("patternsToMatch"));
        Assert.Equal("UseQueryString", cached.Text("cacheConfiguration", "queryStringCachingBehavior"));
        var rest = Deployment.Everything.The(Routes, "everything-else");
        Assert.Equal(["/*"], rest.Texts("patternsToMatch"));
        Assert.False(rest.Properties.TryGetProperty("cacheConfiguration", out _));
    }

    /// <summary>Front Door caches answers without Cache-Control for days, and ignores Vary.</summary>
    [Fact]
    public void Keeps_a_copy_only_of_what_is_public_says_how_long_it_lasts_and_is_the_same_for_everyone()
    {
        string[] kept =
        [
            .. Deployment
                .Everything.The(Routes, "register")
                .Texts("patternsToMatch")
                .Select(pattern => $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$"),
        ];
        string[] functions =
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("functions/App"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
                .Where(source => Gets().Matches(source).Any(get => kept.Any(path => Regex.IsMatch($"/{get.Groups["route"].Value}", path)))),
        ];
        Assert.InRange(functions.Length, kept.Length, int.MaxValue);
        Assert.All(functions, source =>
        {
            Assert.Matches(@"\[Function\(nameof\(\w+\)\), Public\]", source);
            Assert.Matches(@"CacheControl = |GetRegisterEntry\.Served\(", source);

            // A second representation (Vary) is cached by its caller alone: a rule bypasses Front Door's cache for it.
            Assert.Equal(
                source.Contains("Headers.Vary = HeaderNames.Accept;", StringComparison.Ordinal),
                source.Contains("RegisterCaching.Own", StringComparison.Ordinal)
            );
        });
    }

    [Fact]
    public void Keeps_no_copy_for_whoever_asks_for_linked_data()
    {
        Assert.Single(Deployment.Everything.The(Routes, "register").Properties.GetProperty("ruleSets").EnumerateArray());
        var rule = Assert.Single(Deployment.Everything.All("Microsoft.Cdn/profiles/ruleSets/rules"));
        var condition = Assert.Single(rule.Properties.GetProperty("conditions").EnumerateArray()).GetProperty("parameters");
        Assert.Equal(
            ("Accept", "Contains", "application/ld+json"),
            (
                condition.GetProperty("selector").GetString(),
                condition.GetProperty("operator").GetString(),
                condition.GetProperty("matchValues")[0].GetString()
            )
        );
        var action = Assert.Single(rule.Properties.GetProperty("actions").EnumerateArray());
        Assert.Equal("RouteConfigurationOverride", action.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, action.GetProperty("parameters").GetProperty("cacheConfiguration").ValueKind);
    }

    [Fact]
    public void Speaks_only_HTTPS() => Assert.All(Deployment.Everything.All(Routes), route =>
        {
            Assert.Equal("Enabled", route.Text("httpsRedirect"));
            Assert.Equal("HttpsOnly", route.Text("forwardingProtocol"));
        });

    [GeneratedRegex("HttpTrigger\\(AuthorizationLevel\\.Anonymous, \"get\"[^)]*Route = \"(?<route>[^\"]+)\"")]
    private static partial Regex Gets();
}
