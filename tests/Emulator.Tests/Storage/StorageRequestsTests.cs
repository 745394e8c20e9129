using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MicroCred.Emulator.Storage;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Storage;

public static class StorageRequestsTests
{
    [Fact]
    public static async Task Every_request_of_the_host_is_counted_by_service_and_purpose()
    {
        var purpose = $"test {Guid.NewGuid()}";
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary();
            if (instrument.Name == "emulator.storage.requests" && Equals(values["purpose"], purpose))
                counted.Enqueue($"{count} {values["service"]}");
        });
        listener.Start();
        var connection = await SharedAzurite.ConnectionStringAsync();

        await HostStorage.Queues(connection, purpose).GetQueueClient($"q{Guid.NewGuid():N}").CreateAsync();
        await HostStorage.Tables(connection, purpose).GetTableClient($"t{Guid.NewGuid():N}").CreateAsync();

        Assert.Equal(["1 queue", "1 table"], counted);
    }
}
