namespace MicroCred.Infra.Tests;

public sealed class DurableBackends
{
    private const string Provider = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    [Fact]
    public void By_default_the_storage_account_keeps_the_orchestrations_in_one_partition()
    {
        Assert.Equal("1", Deployment.Default.Settings[$"{Provider}partitionCount"]);
        Assert.DoesNotContain($"{Provider}type", Deployment.Default.Settings.Keys);
        Assert.Empty(Deployment.Default.All("Microsoft.DurableTask/schedulers"));
    }

    [Fact]
    public void The_scheduler_keeps_them_in_the_task_hub_of_host_json()
    {
        Assert.Equal("Consumption", Deployment.Everything.The("Microsoft.DurableTask/schedulers").Text("sku", "name"));
        string hub = Deployment.Everything.The("Microsoft.DurableTask/schedulers/taskHubs").LastName;
        Assert.Contains($"\"hubName\": \"{hub}\"", Repository.Read("functions/App/host.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_scheduler_is_reached_by_the_app_s_identity()
    {
        Assert.Equal("azureManaged", Deployment.Everything.Settings[$"{Provider}type"]);
        string connection = Deployment.Everything.Settings[Deployment.Everything.Settings[$"{Provider}connectionStringName"]];
        Assert.Contains("Endpoint={0};Authentication=ManagedIdentity;ClientID={1}", connection, StringComparison.Ordinal);
    }
}
