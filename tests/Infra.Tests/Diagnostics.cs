namespace MicroCred.Infra.Tests;

/// <summary>The platform's logs of who did what, independent of the app.</summary>
public sealed class Diagnostics
{
    private const string Settings = "Microsoft.Insights/diagnosticSettings";

    private static readonly string[] Always =
    [
        "blobServices/default",
        "tableServices/default",
        "queueServices/default",
        "defenderForStorageSettings/current",
        "vaults",
        "sites",
    ];

    [Theory]
    [InlineData("blobServices/default", "StorageRead", "StorageWrite", "StorageDelete")]
    [InlineData("tableServices/default", "StorageRead", "StorageWrite", "StorageDelete")]
    [InlineData("queueServices/default", "StorageWrite", "StorageDelete")]
    [InlineData("defenderForStorageSettings/current", "ScanResults")]
    [InlineData("vaults", "AuditEvent")]
    [InlineData("sites", "AppServiceAuthenticationLogs")]
    [InlineData("profiles", "FrontDoorAccessLog", "FrontDoorHealthProbeLog")]
    public void Are_sent_to_the_workspace_of(string what, params string[] categories)
    {
        var setting = Assert.Single(Deployment.Everything.All(Settings), setting => Of(setting) == what);
        Assert.Contains("outputs.workspaceId", setting.Text("workspaceId"), StringComparison.Ordinal);
        Assert.Equal(
            categories,
            setting
                .Get("logs")
                .EnumerateArray()
                .Where(log => log.GetProperty("enabled").GetBoolean())
                .Select(log => log.GetProperty("category").GetString())
        );
    }

    [Fact]
    public void Are_of_nothing_else_and_of_Front_Door_only_where_it_is_there()
    {
        Assert.Equal(Always.Order(StringComparer.Ordinal), Deployment.Default.All(Settings).Select(Of).Order(StringComparer.Ordinal));
        Assert.Equal(
            Always.Append("profiles").Order(StringComparer.Ordinal),
            Deployment.Everything.All(Settings).Select(Of).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The alert queries the vault's resource-specific table.</summary>
    [Fact]
    public void Of_the_vault_have_a_table_of_their_own() =>
        Assert.Equal(
            "Dedicated",
            Deployment.Default.All(Settings).Single(setting => Of(setting) == "vaults").Text("logAnalyticsDestinationType")
        );

    [Fact]
    public void Are_kept_as_long_as_telemetry() =>
        Assert.Equal(90, Deployment.Default.The("Microsoft.OperationalInsights/workspaces").Number("retentionInDays"));

    /// <summary>The target of a diagnostic setting: the last part of the resource's type, with the name where that is fixed.</summary>
    private static string Of(Resource setting)
    {
        var parts = setting.Id[..setting.Id.LastIndexOf("/providers/Microsoft.Insights/", StringComparison.OrdinalIgnoreCase)].Split('/');
        return parts[^1] is "default" or "current" ? $"{parts[^2]}/{parts[^1]}" : parts[^2];
    }
}
