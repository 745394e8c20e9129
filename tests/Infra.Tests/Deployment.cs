using System.Text.Json;

namespace MicroCred.Infra.Tests;

/// <summary>
/// The resources that deploying <c>infra/main.bicep</c> with some parameters would create. The Bicep compiler computes them without Azure;
/// values that only Azure knows stay expressions in square brackets.
/// </summary>
internal sealed class Deployment
{
    private const string Required = """
        param environmentName = 'production'
        param location = 'australiaeast'
        param signInClientId = '22222222-2222-2222-2222-222222222222'
        param smtpHost = 'smtp.example'
        param notificationsFrom = 'no-reply@example.org'
        param alertEmail = 'operators@example.org'
        param siteContact = 'help@example.org'
        param budgetStart = '2026-11-01'

        """;

    private static readonly Lazy<Deployment> WithDefaults = new(() => new Deployment("default", ""));

    private static readonly Lazy<Deployment> WithEverything = new(() =>
        new Deployment(
            "everything",
            """
            param frontDoor = true
            param alwaysReadyInstances = 2
            param smtpUser = 'microcred'
            param siteUrl = 'https://register.example'
            """
        )
    );

    private Deployment(string name, string parameters)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "deployments")).FullName;
        var file = Path.Combine(folder, $"{name}.bicepparam");
        var template = Path.GetRelativePath(folder, Repository.PathOf("infra/main.bicep")).Replace('\\', '/');
        File.WriteAllText(file, $"using '{template}'\n{Required}{parameters}");
        Bicep.Run(
            "snapshot",
            file,
            "--mode",
            "overwrite",
            "--location",
            "australiaeast",
            "--subscription-id",
            "11111111-1111-1111-1111-111111111111",
            "--tenant-id",
            "33333333-3333-3333-3333-333333333333"
        );
        var snapshot = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, "snapshot.json"))).RootElement;
        Resources = [.. snapshot.GetProperty("predictedResources").EnumerateArray().Select(json => new Resource(json))];
        Outputs = snapshot.GetProperty("outputs");
    }

    /// <summary>With the required parameters only.</summary>
    public static Deployment Default => WithDefaults.Value;

    /// <summary>With Front Door, always-ready instances and an SMTP user.</summary>
    public static Deployment Everything => WithEverything.Value;

    public IReadOnlyList<Resource> Resources { get; }

    public JsonElement Outputs { get; }

    /// <summary>The app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        The("Microsoft.Web/sites/config", "appsettings")
            .Properties.EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    public IEnumerable<Resource> All(string type) => Resources.Where(resource => resource.Type == type);

    public Resource The(string type) => Assert.Single(All(type));

    /// <summary>The resource with this type and last name.</summary>
    public Resource The(string type, string name) => Assert.Single(All(type), resource => resource.LastName == name);

    /// <summary>The last names of all resources of a type.</summary>
    public IEnumerable<string> Names(string type) => All(type).Select(resource => resource.LastName);
}

/// <summary>One resource.</summary>
/// <param name="Json">The compiler's JSON.</param>
internal sealed record Resource(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Type => Json.GetProperty("type").GetString()!;

    public string LastName => Json.GetProperty("name").GetString()!.Split('/')[^1];

    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>A value in the properties, by its path.</summary>
    public JsonElement Get(params string[] path) => path.Aggregate(Properties, (json, name) => json.GetProperty(name));

    public string Text(params string[] path) => Get(path).GetString()!;

    public IEnumerable<string> Texts(params string[] path) => Get(path).EnumerateArray().Select(item => item.GetString()!);

    public bool Is(params string[] path) => Get(path).GetBoolean();

    public int Number(params string[] path) => Get(path).GetInt32();
}
