using System.Diagnostics;
using System.Globalization;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable.Kill;

/// <summary>A real process, killed at random instants, ends its cases as one that lives.</summary>
public sealed class SigkillTests : IDisposable
{
    private const int Cases = 30;
    private const int Kills = 8;
    private readonly string _notes = Path.GetTempFileName();
    private readonly string _hub = "K" + Guid.NewGuid().ToString("N");

    public void Dispose() => File.Delete(_notes);

    [Fact]
    public async Task Killed_again_and_again_it_still_ends_every_case_and_leaves_out_no_activity()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
            await LiveAsync(TimeSpan.FromMilliseconds(random.Next(10, 400)));

        await LiveUntilDoneAsync();

        var store = await StoreAsync();
        for (var number = 0; number < Cases; number++)
        {
            var id = MortalEngine.NameOf(number);
            var ended = await store.ReadAsync(id, withPayloads: true, CancellationToken.None);
            Assert.True(ended?.Status == OrchestrationRuntimeStatus.Completed, $"{id} with seed {seed}: {ended}");
            Assert.Equal($"\"{id} validated, {id} part, {id} aside, approve\"", ended.Output);
        }

        var notes = await File.ReadAllLinesAsync(_notes);
        Assert.Equal(
            Enumerable.Range(0, Cases).Select(MortalEngine.NameOf).SelectMany(id => new[] { $"{id} aside", $"{id} part", $"{id} validated" }),
            notes.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<TableInstanceStore> StoreAsync() => new(await SharedAzurite.TablesAsync(), _hub);

    private async Task LiveAsync(TimeSpan howLong)
    {
        using var process = await StartAsync();
        await Task.Delay(howLong);
        await KillAsync(process);
    }

    private async Task LiveUntilDoneAsync()
    {
        using var process = await StartAsync();
        var store = await StoreAsync();
        var patience = Stopwatch.StartNew();
        var query = new InstanceQuery(Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed]);
        while ((await store.QueryAsync(query, null, 1000, CancellationToken.None)).Values.Count < 2 * Cases && patience.Elapsed.TotalSeconds < 60)
            await Task.Delay(50);

        await KillAsync(process);
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task<Process> StartAsync()
    {
        string[] arguments =
        [
            "exec", typeof(SigkillTests).Assembly.Location, MortalEngine.Command, await SharedAzurite.ConnectionStringAsync(), _hub, _notes,
            Cases.ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync());
        return process;
    }
}
