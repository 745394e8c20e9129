using MicroCred.Emulator.Hosting;
using MicroCred.Emulator.Tests.World;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Tests.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Section__Key")]
    [InlineData("Section:Key")]
    public void A_value_of_local_settings_is_found_by_its_path(string written)
    {
        File.WriteAllText(_app["local.settings.json"], $$"""{ "Values": { "{{written}}": "local" } }""");

        Assert.Equal("local", Read()["Section:Key"]);
    }

    [Fact]
    public void Each_source_overrides_the_one_before()
    {
        Assert.Equal("true", Read()["Identity:TrustPlatformPrincipal"]);

        File.WriteAllText(_app["appsettings.json"], """{ "Identity": { "TrustPlatformPrincipal": "app" } }""");
        Assert.Equal("app", Read()["Identity:TrustPlatformPrincipal"]);

        File.WriteAllText(_app["appsettings.Test.json"], """{ "Identity": { "TrustPlatformPrincipal": "test" } }""");
        Assert.Equal("test", Read()["Identity:TrustPlatformPrincipal"]);

        File.WriteAllText(_app["local.settings.json"], """{ "Values": { "Identity__TrustPlatformPrincipal": "local" } }""");
        Assert.Equal("local", Read()["Identity:TrustPlatformPrincipal"]);

        Assert.Equal("argument", Read("--Identity:TrustPlatformPrincipal=argument")["Identity:TrustPlatformPrincipal"]);
    }

    [Fact]
    public void The_environment_overrides_files()
    {
        var name = $"Test{Guid.NewGuid():N}";
        File.WriteAllText(_app["local.settings.json"], $$"""{ "Values": { "{{name}}__Key": "local" } }""");
        Environment.SetEnvironmentVariable($"{name}__Key", "environment");

        Assert.Equal("environment", Read()[$"{name}:Key"]);
    }

    [Fact]
    public void Encrypted_settings_are_refused_with_what_to_do()
    {
        File.WriteAllText(_app["local.settings.json"], """{ "IsEncrypted": true, "Values": { "A": "b" } }""");

        Assert.Contains("func settings decrypt", Assert.Throws<InvalidOperationException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_overrides_a_value_of_host_json()
    {
        File.WriteAllText(_app["host.json"], """{ "extensions": { "queues": { "batchSize": 4, "maxDequeueCount": 3 } } }""");

        var queues = HostJson.Read(_app.Path, Read("--AzureFunctionsJobHost:extensions:queues:batchSize=8")).GetSection("extensions:queues");

        Assert.Equal("8", queues["batchSize"]);
        Assert.Equal("3", queues["maxDequeueCount"]);
    }

    private ConfigurationManager Read(params string[] args)
    {
        var configuration = new ConfigurationManager();
        AppConfiguration.Read(configuration, _app.Path, "Test", args);
        return configuration;
    }
}
