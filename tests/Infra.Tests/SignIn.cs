using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

/// <summary>App Service authentication, which identifies callers; the app itself decides what they may do.</summary>
public sealed class SignIn
{
    private static Resource Authentication => Deployment.Default.The("Microsoft.Web/sites/config", "authsettingsV2");

    [Fact]
    public void The_app_trusts_the_principal_only_where_authentication_that_writes_it_is_deployed_with_it()
    {
        Assert.Equal("true", Deployment.Default.Settings["Identity__TrustPlatformPrincipal"]);
        Assert.True(Authentication.Is("platform", "enabled"));
        Assert.True(Authentication.Is("identityProviders", "azureActiveDirectory", "enabled"));
        var module = Assert.Single(Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep").Select(File.ReadAllText), text =>
            text.Contains("Identity__TrustPlatformPrincipal", StringComparison.Ordinal)
        );
        Assert.Matches("name: 'authsettingsV2'\n", module);
        Assert.DoesNotMatch(@"config@[\d-]+' = if", module);
    }

    [Fact]
    public void The_authentication_is_there_before_the_setting_that_trusts_it()
    {
        var template = JsonDocument.Parse(Bicep.Run("build", Repository.PathOf("infra/app.bicep"), "--stdout")).RootElement;
        JsonProperty[] resources = [.. template.GetProperty("resources").EnumerateObject()];
        JsonProperty settings = Named(resources, "appsettings"),
            authentication = Named(resources, "authsettingsV2");
        Assert.Contains(authentication.Name, WaitsFor(settings));
        Assert.DoesNotContain(settings.Name, WaitsFor(authentication));
    }

    [Fact]
    public void The_app_knows_that_it_is_in_Azure_and_the_platform_alone_says_that_it_authenticates()
    {
        Assert.Equal("true", Deployment.Default.Settings["Platform__InAzure"]);
        Assert.DoesNotContain("WEBSITE_AUTH_ENABLED", Deployment.Default.Settings.Keys.Union(Deployment.Everything.Settings.Keys));
    }

    [Fact]
    public void Entra_ID_knows_the_app_by_its_identity_not_by_a_secret()
    {
        var setting = Authentication.Text("identityProviders", "azureActiveDirectory", "registration", "clientSecretSettingName");
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", setting);
        Assert.Equal(Deployment.Default.Settings["AzureWebJobsStorage__clientId"], Deployment.Default.Settings[setting]);
    }

    [Fact]
    public void People_of_one_tenant_sign_in_to_one_registration()
    {
        const string Tenant = "33333333-3333-3333-3333-333333333333";
        const string Client = "22222222-2222-2222-2222-222222222222";
        Assert.Equal(Client, Authentication.Text("identityProviders", "azureActiveDirectory", "registration", "clientId"));
        Assert.Matches(
            $"/v2\\.0'.*'{Tenant}'",
            Authentication.Text("identityProviders", "azureActiveDirectory", "registration", "openIdIssuer")
        );
        Assert.Equal(Tenant, Deployment.Default.Settings["WEBSITE_AUTH_AAD_ALLOWED_TENANTS"]);
        Assert.Equal(
            [Client, $"api://{Client}"],
            Authentication.Texts("identityProviders", "azureActiveDirectory", "validation", "allowedAudiences")
        );
    }

    [Fact]
    public void The_site_links_to_that_sign_in() => Assert.Equal("/.auth/login/aad", Deployment.Default.Settings["Site__SignInPath"]);

    [Fact]
    public void Nobody_is_stopped_at_the_door_because_the_app_refuses_whom_a_function_doesn_t_allow()
    {
        Assert.False(Authentication.Is("globalValidation", "requireAuthentication"));
        Assert.Equal("AllowAnonymous", Authentication.Text("globalValidation", "unauthenticatedClientAction"));
        Assert.Matches(new Regex(@"caller is null \? Problem\.Unknown"), Repository.Read("functions/App/Http/IdentityMiddleware.cs"));
    }

    [Fact]
    public void No_tokens_are_stored() => Assert.False(Authentication.Is("login", "tokenStore", "enabled"));

    private static JsonProperty Named(JsonProperty[] resources, string name) =>
        resources.Single(resource => resource.Value.GetProperty("name").GetString()!.Contains($"'{name}'", StringComparison.Ordinal));

    private static IEnumerable<string?> WaitsFor(JsonProperty resource) =>
        resource.Value.GetProperty("dependsOn").EnumerateArray().Select(other => other.GetString());

    [Fact]
    public void What_a_proxy_says_of_the_host_counts_only_behind_Front_Door()
    {
        var behindFrontDoor = Deployment.Everything.The("Microsoft.Web/sites/config", "authsettingsV2");
        Assert.Equal("NoProxy", Authentication.Text("httpSettings", "forwardProxy", "convention"));
        Assert.Equal("Standard", behindFrontDoor.Text("httpSettings", "forwardProxy", "convention"));
    }
}
