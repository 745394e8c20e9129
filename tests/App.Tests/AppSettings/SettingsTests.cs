using MicroCred.Tests.Support;
using System.Text.Json.Nodes;

namespace MicroCred.App.Tests.AppSettings;

/// <summary>The sample, docs/settings.md and the source know the same settings.</summary>
public sealed class SettingsTests
{
    /// <summary>What the Functions host reads and the app doesn't.</summary>
    private static readonly string[] OfTheHost = ["AzureWebJobsStorage__credential", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "FUNCTIONS_WORKER_RUNTIME"];

    private static readonly IReadOnlyList<SettingsTable> Documented = SettingsTable.Read(Repository.Read("docs/settings.md"));

    [Fact]
    public void What_the_app_reads_is_documented_as_read_by_it() => AssertSame(
        ReadByTheApp(), Documented.Where(setting => setting.ReadBy.Contains("app")).Select(setting => setting.Name));

    [Fact]
    public void What_the_host_alone_reads_is_documented_as_such() => AssertSame(
        OfTheHost, Documented.Where(setting => setting.ReadBy is ["host"]).Select(setting => setting.Name));

    [Fact]
    public void What_is_announced_but_not_yet_read_says_so() => Assert.Empty(
        Documented.Where(setting => setting.ReadBy is ["nothing yet"]).Select(setting => setting.Name).Intersect(ReadByTheApp()));

    [Fact]
    public void Everything_documented_has_a_reader_that_there_is() => Assert.All(
        Documented, setting => Assert.Subset(new HashSet<string> { "app", "host", "platform", "nothing yet" }, setting.ReadBy.ToHashSet()));

    [Fact]
    public void The_sample_has_the_documented_local_values_and_no_others()
    {
        JsonObject sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject();

        AssertSame(
            Documented.Where(setting => setting.Local is not null).Select(setting => $"{setting.Name}={setting.Local}"),
            sample.Select(value => $"{value.Key}={value.Value}"));
    }

    [Theory]
    [InlineData("""void A(IConfiguration c) => c["Site:Url"];""", "Site__Url")]
    [InlineData("""void A(IConfiguration c) => c.GetValue("Site:Url", 1);""", "Site__Url")]
    [InlineData("""void A(IConfiguration c) => c.GetSection("Site").Get<Things>();""", "Site__One")]
    [InlineData("""services.Add(builder.Configuration["Site:Url"]);""", "Site__Url")]
    [InlineData("""[TimerTrigger("%SITE%")]""", "SITE")]
    public void A_read_is_found(string source, string setting) => Assert.Equal([setting], SettingsInSource.In("A.cs", source, _ => ["One"]));

    [Theory]
    [InlineData("""void A(IConfiguration c) => c[name];""")]
    [InlineData("""void A(IConfiguration c) => c[$"Site:{name}"];""")]
    [InlineData("""void A(IConfiguration c) => c.GetSection("Site");""")]
    [InlineData("""void A(IConfiguration c) { var d = c; }""")]
    [InlineData("""services.Configure<Things>(builder.Configuration.GetSection("Site"));""")]
    [InlineData("""Environment.GetEnvironmentVariable("SITE")""")]
    [InlineData("""services.AddOptions<Things>().BindConfiguration("Site");""")]
    public void A_read_that_hides_its_setting_is_a_fault(string source) =>
        Assert.Throws<FormatException>(() => SettingsInSource.In("A.cs", source, _ => []).ToList());

    private static IEnumerable<string> ReadByTheApp() => Directory.EnumerateFiles(Repository.Path("functions/App"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Path("functions/App"), file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
        .SelectMany(file => SettingsInSource.In(file, File.ReadAllText(file), MembersOf))
        .Distinct();

    private static IEnumerable<string> MembersOf(string type) =>
        new[] { typeof(AppJson).Assembly, typeof(Application).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Single(candidate => candidate.Name == type)
            .GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => property.Name);

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
