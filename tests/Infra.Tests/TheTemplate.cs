using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

public sealed class TheTemplate
{
    private static readonly Lazy<JsonElement> Compiled = new(() =>
        JsonDocument.Parse(Bicep.Run("build", Repository.PathOf("infra/main.bicep"), "--stdout")).RootElement
    );

    [Fact]
    public void Is_made_of_modules_that_are_all_here() =>
        Assert.All(Modules, file => Assert.DoesNotMatch("module [^\n]*'(br|ts)[:/]", File.ReadAllText(file)));

    [Fact]
    public void Passes_the_linter_which_takes_every_rule_for_an_error()
    {
        Bicep.Run("lint", Repository.PathOf("infra/main.bicep"));
        var linter = JsonDocument.Parse(Repository.Read("infra/bicepconfig.json")).RootElement.GetProperty("analyzers").GetProperty("core");
        Assert.True(linter.GetProperty("enabled").GetBoolean());
        Assert.Equal(55, linter.GetProperty("rules").EnumerateObject().Count());
        Assert.All(linter.GetProperty("rules").EnumerateObject(), rule =>
            Assert.Equal("error", rule.Value.GetProperty("level").GetString())
        );
    }

    [Fact]
    public void Has_no_secret_in_any_parameter_output_or_expression()
    {
        var text = Compiled.Value.GetRawText();
        Assert.DoesNotMatch(
            "(?i)listKeys|listAccountSas|listServiceSas|listSecrets|listCredentials|AccountKey=|SharedAccess|InstrumentationKey",
            text
        );
        Assert.DoesNotMatch("(?i)\"type\": \"secure(string|object)\"", text);
        Assert.All(Named(Compiled.Value, "parameters").Concat(Named(Compiled.Value, "outputs")), name =>
            Assert.DoesNotMatch("(?i)password|secret$|connectionstring|accesskey|token", name)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Has_no_secret_in_any_setting_or_output_of_a_deployment(bool everything)
    {
        var deployment = everything ? Deployment.Everything : Deployment.Default;
        var outputs = deployment.Outputs.EnumerateObject().Select(output => output.Value.GetString()!);
        Assert.All(deployment.Settings.Values.Concat(outputs), value =>
            Assert.DoesNotMatch("(?i)Key=|Password=|Secret=|ConnectionString", value)
        );
        Assert.All(
            deployment.Settings.Where(setting => Regex.IsMatch(setting.Key, "(?i)password|secret|APPLICATIONINSIGHTS_CONNECTION_STRING")),
            setting => Assert.Matches("^(\\[format\\(')?@Microsoft\\.KeyVault\\(SecretUri=", setting.Value)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tags_all_that_can_have_tags_with_the_environment(bool everything)
    {
        string[] withoutTags =
        [
            "Microsoft.Authorization/",
            "Microsoft.Storage/storageAccounts/",
            "Microsoft.Web/sites/",
            "Microsoft.EventGrid/topics/",
            "Microsoft.Security/",
            "Microsoft.Consumption/",
            "Microsoft.Cdn/profiles/originGroups",
            "Microsoft.Cdn/profiles/afdEndpoints/routes",
            "Microsoft.Cdn/profiles/ruleSets",
            "Microsoft.Insights/diagnosticSettings",
        ];
        var deployment = everything ? Deployment.Everything : Deployment.Default;
        Assert.All(
            deployment.Resources.Where(resource => !withoutTags.Any(prefix => resource.Type.StartsWith(prefix, StringComparison.Ordinal))),
            resource =>
            {
                var tags = resource.Json.GetProperty("tags");
                Assert.Equal("production", tags.GetProperty("azd-env-name").GetString());
                Assert.Equal("MicroCredApproval", tags.GetProperty("product").GetString());
            }
        );
    }

    [Fact]
    public void Asks_for_what_it_can_t_know_and_azd_passes_just_that()
    {
        var required = Compiled
            .Value.GetProperty("parameters")
            .EnumerateObject()
            .Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _))
            .Select(parameter => parameter.Name);
        Assert.Equal(
            ["alertEmail", "environmentName", "location", "notificationsFrom", "signInClientId", "siteContact", "smtpHost"],
            required.Order(StringComparer.Ordinal)
        );
        var passed = JsonDocument
            .Parse(Repository.Read("infra/main.parameters.json"))
            .RootElement.GetProperty("parameters")
            .EnumerateObject()
            .Select(parameter => parameter.Name);
        Assert.Equal(required.Order(StringComparer.Ordinal), passed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Modules => Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep");

    /// <summary>The property names in every object of this name, at any depth: nested templates have parameters and outputs too.</summary>
    private static IEnumerable<string> Named(JsonElement json, string name) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(property =>
                    (
                        property.Name == name && property.Value.ValueKind == JsonValueKind.Object
                            ? property.Value.EnumerateObject().Select(inner => inner.Name)
                            : []
                    ).Concat(Named(property.Value, name))
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Named(item, name)),
            _ => [],
        };
}
