using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

public sealed class FrontDoor
{
    private const string Routes = "Microsoft.Cdn/profiles/afdEndpoints/routes";

    [Fact]
    public void Is_there_only_when_asked_for()
    {
        Assert.Empty(Deployment.Default.All("Microsoft.Cdn/profiles"));
        Assert.Equal("https://register.example", Deployment.Everything.Settings["Site__Url"]);
    }

    [Fact]
    public void Keeps_copies_of_the_public_register_and_passes_on_the_rest()
    {
        Resource cached = Deployment.Everything.The(Routes, "register");
        Assert.Equal(
            ["/api/register", "/api/register.csv", "/api/register/*", "/assets/*", "/register", "/register/*"],
            cached.Get("patternsToMatch").EnumerateArray().Select(pattern => pattern.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("UseQueryString", cached.Text("cacheConfiguration", "queryStringCachingBehavior"));
        Resource rest = Deployment.Everything.The(Routes, "everything-else");
        Assert.Equal(["/*"], rest.Get("patternsToMatch").EnumerateArray().Select(pattern => pattern.GetString()));
        Assert.False(rest.Properties.TryGetProperty("cacheConfiguration", out _));
    }

    [Fact]
    public void Keeps_no_copy_of_what_needs_a_sign_in()
    {
        string[] patterns = [.. Deployment.Everything.The(Routes, "register").Get("patternsToMatch").EnumerateArray().Select(pattern => $"^{Regex.Escape(pattern.GetString()!).Replace("\\*", ".*", StringComparison.Ordinal)}$")];
        IEnumerable<string> gets = Directory.EnumerateFiles(Repository.PathOf("functions/App"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(source => source.Contains("[Allow(", StringComparison.Ordinal) || source.Contains(", Allow(", StringComparison.Ordinal))
            .SelectMany(source => Regex.Matches(source, "HttpTrigger\\(AuthorizationLevel\\.Anonymous, \"get\"[^)]*Route = \"([^\"]+)\"").Select(match => $"/{match.Groups[1].Value}"));
        Assert.NotEmpty(gets);
        Assert.All(gets, route => Assert.DoesNotContain(patterns, pattern => Regex.IsMatch(route, pattern)));
    }

    [Fact]
    public void Speaks_only_HTTPS() =>
        Assert.All(Deployment.Everything.All(Routes), route =>
        {
            Assert.Equal("Enabled", route.Text("httpsRedirect"));
            Assert.Equal("HttpsOnly", route.Text("forwardingProtocol"));
        });
}
