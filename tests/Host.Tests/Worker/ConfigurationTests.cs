using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Worker;

/// <summary>The configuration as the app sees it.</summary>
[Collection(nameof(ProbeHost))]
public sealed class ConfigurationTests(ProbeHost app)
{
    [Theory]
    [InlineData("Probe:FromLocalSettings", "local.settings.json")]
    [InlineData("Probe:WithAColon", "local.settings.json")]
    [InlineData("Probe:FromAppSettings", "appsettings.json")]
    [InlineData("Probe:FromBoth", "local.settings.json")]
    [InlineData("Probe:Nowhere", "")]
    public async Task A_setting_is_found_under_its_path(string name, string value) =>
        Assert.Equal(value, await app.Http.GetStringAsync($"/worker/settings/{name}"));

    [Fact]
    public async Task The_environment_is_Development_and_the_app_s_folder_is_its_working_folder()
    {
        var folder = app.Probe.Settings.App;

        Assert.Equal(
            $"Development {folder} {folder}",
            (await app.Http.GetStringAsync("/worker/environment")).Replace("/ ", " ", StringComparison.Ordinal).TrimEnd('/')
        );
    }

    [Fact]
    public async Task The_app_is_told_that_it_may_trust_the_principal() =>
        Assert.Equal("true", await app.Http.GetStringAsync("/worker/settings/Identity:TrustPlatformPrincipal"));
}
