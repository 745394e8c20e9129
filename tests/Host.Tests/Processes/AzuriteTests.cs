using MicroCred.Host.Storage;
using MicroCred.Host.Tests.Durable;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Host.Tests.Processes;

/// <summary>The Azurite that the Host starts when nothing listens at the app's storage account.</summary>
public sealed class AzuriteTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task It_is_started_where_none_listens_and_keeps_its_data_in_the_data_folder()
    {
        string id;
        await using (var host = await HostProcess.StartAsync(_probe.Settings))
        {
            id = await new Instances(host.Http).StartAsync("AwaitDecision");
        }

        Assert.False(await FreeAccount.AnswersAsync(_probe.Settings.Storage));

        await using var again = await HostProcess.StartAsync(_probe.Settings);

        Assert.NotNull(await new Instances(again.Http).ReadAsync(id));
    }

    [Fact]
    public async Task One_that_is_there_already_is_used_and_left_alone()
    {
        await using var azurite = await Azurite.StartAsync();
        _probe.Settings = _probe.Settings with { Storage = azurite.ConnectionString };
        await using (var host = await HostProcess.StartAsync(_probe.Settings))
        {
            Assert.Null(host.Azurite);
        }

        Assert.True(await FreeAccount.AnswersAsync(azurite.ConnectionString));
    }
}
