using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MicroCred.Infra.Tests;

public sealed class TheFunctionApp
{
    private static readonly HashSet<string> Sample =
    [
        .. JsonDocument
            .Parse(Repository.Read("local.settings.sample.json"))
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .Select(setting => setting.Name),
    ];

    private static Resource Site => Deployment.Default.The("Microsoft.Web/sites");

    private static IReadOnlyDictionary<string, string> Settings => Deployment.Default.Settings;

    [Fact]
    public void Runs_on_Flex_Consumption_with_dotnet_10_isolated()
    {
        var sku = Deployment.Default.The("Microsoft.Web/serverfarms").Json.GetProperty("sku");
        Assert.Equal("FC1", sku.GetProperty("name").GetString());
        Assert.Equal("FlexConsumption", sku.GetProperty("tier").GetString());
        Assert.Equal("dotnet-isolated", Site.Text("functionAppConfig", "runtime", "name"));
        Assert.Equal("10.0", Site.Text("functionAppConfig", "runtime", "version"));
    }

    [Fact]
    public void Has_an_identity_and_no_password()
    {
        Assert.Equal("UserAssigned", Site.Json.GetProperty("identity").GetProperty("type").GetString());
        Assert.Equal("UserAssignedIdentity", Site.Text("functionAppConfig", "deployment", "storage", "authentication", "type"));
        Assert.Equal("managedidentity", Settings["AzureWebJobsStorage__credential"]);
        Assert.Contains("clientId", Settings["AzureWebJobsStorage__clientId"], StringComparison.Ordinal);
        var channels = Deployment.Default.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["ftp", "scm"], channels.Select(channel => channel.LastName));
        Assert.All(channels, channel => Assert.False(channel.Is("allow")));
    }

    [Fact]
    public void Answers_only_over_HTTPS()
    {
        Assert.True(Site.Is("httpsOnly"));
        Assert.Equal("1.2", Site.Text("siteConfig", "minTlsVersion"));
    }

    [Fact]
    public void Has_memory_for_as_many_of_the_largest_uploads_as_it_answers_at_a_time()
    {
        const int AtRest = 350;
        const int TimesItsSize = 5;
        var largest = long.Parse(Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"], CultureInfo.InvariantCulture) >> 20;
        var atATime = Site.Number("functionAppConfig", "scaleAndConcurrency", "triggers", "http", "perInstanceConcurrency");
        var memory = Site.Number("functionAppConfig", "scaleAndConcurrency", "instanceMemoryMB");
        Assert.Equal(4096, memory);
        Assert.InRange(AtRest + (atATime * TimesItsSize * largest), 0, memory);
    }

    [Fact]
    public void Takes_a_body_larger_than_the_largest_package()
    {
        var package = Regex.Match(Repository.Read("functions/Approval/Applications/DocumentLimits.cs"), @"Together = (\d+)L << 20");
        var mebibytes = long.Parse(Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"], CultureInfo.InvariantCulture) >> 20;
        Assert.True(mebibytes > int.Parse(package.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Keeps_no_instance_waiting_unless_asked_to()
    {
        string[] alwaysReady = ["functionAppConfig", "scaleAndConcurrency", "alwaysReady"];
        Assert.Empty(Site.Get(alwaysReady).EnumerateArray());
        var ready = Assert.Single(Deployment.Everything.The("Microsoft.Web/sites").Get(alwaysReady).EnumerateArray());
        Assert.Equal("http", ready.GetProperty("name").GetString());
        Assert.Equal(2, ready.GetProperty("instanceCount").GetInt32());
        Assert.Equal(40, Site.Number("functionAppConfig", "scaleAndConcurrency", "maximumInstanceCount"));
    }

    [Fact]
    public void Has_every_setting_of_the_sample_but_those_of_one_machine()
    {
        string[] ofOneMachine =
        [
            "AzureWebJobsStorage",
            "Directory__Path",
            "FUNCTIONS_WORKER_RUNTIME",
            "Notifications__OutboxPath",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "Signing__LocalKeyPath",
            "Signing__RegisterLocalKeyPath",
            "Storage__CreateOnStart",
        ];
        Assert.Subset(Deployment.Everything.Settings.Keys.ToHashSet(), Sample.Except(ofOneMachine).ToHashSet());
        Assert.DoesNotContain("Storage__CreateOnStart", Deployment.Everything.Settings.Keys);
    }

    [Fact]
    public void Has_no_setting_that_neither_the_app_nor_the_platform_reads()
    {
        string[] ofThePlatform =
        [
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            "APPLICATIONINSIGHTS_CONNECTION_STRING",
            "AzureWebJobsStorage__",
            "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
            "WEBSITE_AUTH_AAD_ALLOWED_TENANTS",
        ];
        var own = Settings
            .Keys.Union(Deployment.Everything.Settings.Keys)
            .Where(setting => !ofThePlatform.Any(known => setting.StartsWith(known, StringComparison.Ordinal)));
        Assert.Subset(Sample.Append("Identity__TrustPlatformPrincipal").Append("Platform__InAzure").ToHashSet(), own.ToHashSet());
    }

    [Fact]
    public void Has_no_setting_that_isn_t_explained()
    {
        var explained = Repository.Read("docs/settings.md");
        Assert.All(Settings.Keys.Concat(Deployment.Everything.Settings.Keys), setting =>
            Assert.Contains($"| `{setting}` |", explained, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Has_no_setting_that_Flex_Consumption_refuses() =>
        Assert.All(Settings.Keys.Union(Deployment.Everything.Settings.Keys), setting =>
            Assert.DoesNotMatch(
                "^(FUNCTIONS_(EXTENSION_VERSION|WORKER_|MAX_HTTP)|ENABLE_ORYX|SCM_|WEBSITE_(?!AUTH_)|AzureWebJobsDashboard)",
                setting
            )
        );

    [Fact]
    public void Sends_letters_by_SMTP_and_signs_in_there_only_with_a_secret_that_an_operator_put_in_the_vault()
    {
        Assert.Equal("smtp.example", Settings["Notifications__Smtp__Host"]);
        Assert.Equal("help@example.org", Settings["Site__Contact"]);
        Assert.DoesNotContain("Notifications__Smtp__Password", Settings.Keys);
        Assert.Equal("microcred", Deployment.Everything.Settings["Notifications__Smtp__User"]);
        Assert.StartsWith(
            "[format('@Microsoft.KeyVault(SecretUri={0}secrets/smtp)'",
            Deployment.Everything.Settings["Notifications__Smtp__Password"]
        );
    }

    [Fact]
    public void Signs_the_archive_with_one_of_the_vault_s_keys_and_for_the_public_with_the_other()
    {
        Assert.Contains("outputs.signingKeyUri", Settings["Signing__KeyUri"], StringComparison.Ordinal);
        Assert.Contains("outputs.registerKeyUri", Settings["Signing__RegisterKeyUri"], StringComparison.Ordinal);
    }

    /// <summary>A deployment runs a plain <c>dotnet publish</c>. Environment variables don't affect the project file.</summary>
    [Fact]
    public void Is_built_for_a_deployment_as_for_everyone_else()
    {
        var project = Repository.Read("functions/App/MicroCred.App.csproj");
        Assert.DoesNotContain("$(AZURE_", project, StringComparison.Ordinal);
        Assert.All(XDocument.Parse(project).Descendants().Where(part => part.Attribute("Condition") is not null), part =>
            Assert.Contains("local.settings.json", part.Attribute("Condition")!.Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Runs_by_host_json_as_it_stands() =>
        Assert.All(Settings.Keys.Union(Deployment.Everything.Settings.Keys), setting =>
            Assert.DoesNotContain("AzureFunctionsJobHost", setting, StringComparison.OrdinalIgnoreCase)
        );
}
