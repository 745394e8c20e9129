namespace MicroCred.Infra.Tests;

public sealed class Scanning
{
    private static Resource Defender => Deployment.Default.The("Microsoft.Security/defenderForStorageSettings");

    private static Resource Topic => Deployment.Default.The("Microsoft.EventGrid/topics");

    private static Resource Delivery => Deployment.Default.The("Microsoft.EventGrid/topics/eventSubscriptions");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_all_containers_only_documents_is_scanned_on_upload(bool everything)
    {
        var deployment = everything ? Deployment.Everything : Deployment.Default;
        var settings = deployment.The("Microsoft.Security/defenderForStorageSettings");
        Assert.True(settings.Is("malwareScanning", "onUpload", "isEnabled"));
        string[] excluded = [.. settings.Texts("malwareScanning", "onUpload", "filters", "excludeBlobsWithPrefix")];
        Assert.Equal(
            ["documents"],
            deployment
                .Names("Microsoft.Storage/storageAccounts/blobServices/containers")
                .Where(container => !excluded.Any(prefix => $"{container}/".StartsWith(prefix, StringComparison.Ordinal)))
        );
        Assert.InRange(excluded.Length, 1, 24);
    }

    [Fact]
    public void A_month_s_scans_have_a_limit() => Assert.Equal(100, Defender.Number("malwareScanning", "onUpload", "capGBPerMonth"));

    [Fact]
    public void The_settings_are_the_account_s_own_whatever_the_subscription_has() =>
        Assert.True(Defender.Is("overrideSubscriptionLevelSettings"));

    [Fact]
    public void Results_go_to_a_topic_that_takes_no_keys()
    {
        Assert.Equal(Topic.Id, Defender.Text("malwareScanning", "scanResultsEventGridTopicResourceId"));
        Assert.True(Topic.Is("disableLocalAuth"));
        Assert.Equal("SystemAssigned", Topic.Json.GetProperty("identity").GetProperty("type").GetString());
    }

    [Fact]
    public void The_topic_hands_them_to_the_queue_under_its_identity()
    {
        Assert.Equal("SystemAssigned", Delivery.Text("deliveryWithResourceIdentity", "identity", "type"));
        Assert.Equal("StorageQueue", Delivery.Text("deliveryWithResourceIdentity", "destination", "endpointType"));
        Assert.Equal("scan-results", Delivery.Text("deliveryWithResourceIdentity", "destination", "properties", "queueName"));
        Assert.Equal(-1, Delivery.Number("deliveryWithResourceIdentity", "destination", "properties", "queueMessageTimeToLiveInSeconds"));
        Assert.Equal(["Microsoft.Security.MalwareScanningResult"], Delivery.Texts("filter", "includedEventTypes"));
        Assert.Equal("EventGridSchema", Delivery.Text("eventDeliverySchema"));
    }

    [Fact]
    public void What_can_t_be_delivered_is_kept()
    {
        Assert.Equal("SystemAssigned", Delivery.Text("deadLetterWithResourceIdentity", "identity", "type"));
        var container = Delivery.Text("deadLetterWithResourceIdentity", "deadLetterDestination", "properties", "blobContainerName");
        Assert.Contains(container, Deployment.Default.Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
    }

    [Fact]
    public void The_app_withholds_a_document_until_it_is_scanned() =>
        Assert.Equal("true", Deployment.Default.Settings["Documents__AwaitScan"]);
}
