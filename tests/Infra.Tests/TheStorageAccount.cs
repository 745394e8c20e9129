using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Infra.Tests;

public sealed class TheStorageAccount
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Queues = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string Tables = "Microsoft.Storage/storageAccounts/tableServices/tables";

    private static readonly JsonElement Engine = JsonDocument
        .Parse(Repository.Read("functions/App/host.json"))
        .RootElement.GetProperty("extensions")
        .GetProperty("durableTask");

    private static Resource Account => Deployment.Default.The("Microsoft.Storage/storageAccounts");

    private static Resource BlobService => Deployment.Default.The("Microsoft.Storage/storageAccounts/blobServices");

    [Fact]
    public void Refuses_shared_keys() => Assert.False(Account.Is("allowSharedKeyAccess"));

    [Fact]
    public void Speaks_TLS_1_2_at_least_and_never_plain_HTTP()
    {
        Assert.Equal("TLS1_2", Account.Text("minimumTlsVersion"));
        Assert.True(Account.Is("supportsHttpsTrafficOnly"));
    }

    [Fact]
    public void Shows_no_blob_to_the_public()
    {
        Assert.False(Account.Is("allowBlobPublicAccess"));
        Assert.All(Deployment.Default.All(Containers), container => Assert.Equal("None", container.Text("publicAccess")));
    }

    [Fact]
    public void Keeps_deleted_blobs_and_containers_for_a_month_and_earlier_versions_too()
    {
        Assert.All(["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], policy =>
        {
            Assert.True(BlobService.Is(policy, "enabled"));
            Assert.Equal(30, BlobService.Number(policy, "days"));
        });
        Assert.True(BlobService.Is("isVersioningEnabled"));
        Assert.Equal(30, Action("old-versions", "version").GetProperty("daysAfterCreationGreaterThan").GetInt32());
    }

    [Fact]
    public void Lets_nobody_change_the_audit_or_the_register_s_log()
    {
        var policies = Deployment.Default.All($"{Containers}/immutabilityPolicies");
        Assert.Equal(["audit", "register-log"], policies.Select(policy => policy.Id.Split('/')[^3]));
        Assert.All(policies, policy =>
        {
            Assert.False(policy.Is("allowProtectedAppendWrites"));
            Assert.Equal(2557, policy.Number("immutabilityPeriodSinceCreationInDays"));
        });
    }

    [Fact]
    public void Deletes_after_a_day_what_a_stopped_upload_left()
    {
        var prefix = Assert.Single(Rule("what-a-stopped-upload-left").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray());
        Assert.Equal("incoming/", prefix.GetString());
        Assert.Equal(1, Action("what-a-stopped-upload-left", "baseBlob").GetProperty("daysAfterModificationGreaterThan").GetInt32());
        Assert.Equal(1, Action("what-a-stopped-upload-left", "version").GetProperty("daysAfterCreationGreaterThan").GetInt32());
    }

    [Fact]
    public void Documents_of_the_register_go_a_week_after_they_were_last_written()
    {
        var prefix = Assert.Single(Rule("replaced-documents").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray());
        Assert.Equal("register/documents/", prefix.GetString());
        Assert.Equal(7, Action("replaced-documents", "baseBlob").GetProperty("daysAfterModificationGreaterThan").GetInt32());
    }

    [Theory]
    [InlineData("Table", Tables)]
    [InlineData("Container", Containers)]
    [InlineData("Queue", Queues)]
    public void Has_every_table_container_and_queue_that_the_app_names(string kind, string type)
    {
        var names = Repository.Read("functions/App/Storage/StorageNames.cs");
        string[] named = [.. Regex.Matches(names, $"const string \\w+{kind} = \"([^\"]+)\";").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(named);
        Assert.Subset(Deployment.Everything.Names(type).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void Has_a_place_for_the_messages_of_every_queue_that_fail() =>
        Assert.Equal(
            ["notifications", "notifications-poison", "scan-results", "scan-results-poison"],
            Deployment.Default.Names(Queues).Except(OfTheHub(Queues)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Has_what_the_host_keeps_and_deploys_from() =>
        Assert.All(["azure-webjobs-hosts", "azure-webjobs-secrets", "app-package"], container =>
            Assert.Contains(container, Deployment.Everything.Names(Containers))
        );

    /// <summary>
    /// The names are from DurableTask.AzureStorage: AzureStorageOrchestrationService and its settings, in Azure/durabletask.
    /// </summary>
    [Fact]
    public void Has_the_task_hub_of_host_json_with_a_control_queue_for_each_of_its_partitions()
    {
        var hub = HubName.ToLowerInvariant();
        var partitions = Engine.GetProperty("storageProvider").GetProperty("partitionCount").GetInt32();
        var control = Enumerable.Range(0, partitions).Select(partition => $"{hub}-control-{partition:00}");
        Assert.Equal([.. control, $"{hub}-workitems"], OfTheHub(Queues));
        Assert.Equal([$"{hub}-applease", $"{hub}-largemessages", $"{hub}-leases"], OfTheHub(Containers));
        Assert.Equal([$"{HubName}History", $"{HubName}Instances", $"{HubName}Partitions"], OfTheHub(Tables));
    }

    private static string HubName => Engine.GetProperty("hubName").GetString()!;

    private static IEnumerable<string> OfTheHub(string type) =>
        Deployment
            .Default.Names(type)
            .Where(name => name.StartsWith(HubName, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    private static JsonElement Rule(string name) =>
        Deployment
            .Default.The("Microsoft.Storage/storageAccounts/managementPolicies")
            .Get("policy", "rules")
            .EnumerateArray()
            .Single(rule => rule.GetProperty("name").GetString() == name)
            .GetProperty("definition");

    private static JsonElement Action(string rule, string of) => Rule(rule).GetProperty("actions").GetProperty(of).GetProperty("delete");
}
