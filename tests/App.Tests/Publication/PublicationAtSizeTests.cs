using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using MicroCred.App.Importing;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Tests.Importing;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

public sealed class PublicationAtSizeTests
{
    [Fact]
    public async Task One_more_takes_as_many_requests_on_a_large_register_as_on_a_small_one()
    {
        using var app = await AppInProcess.StartAsync();
        Counter counter = new();
        using var publishing = app.Another(counter);
        await PublishAsync("first");
        var small = await PublishAsync("second");
        var rows = Enumerable.Range(1, 3_000).Select(number => Files.Row(("title", $"Wool handling {number}")));
        var import = Encoding.UTF8.GetBytes(Files.Text([.. rows]));
        Assert.IsType<ImportOutcome.Done>(await app.Get<RegisterImport>().RunAsync(import, key: null, default));
        Assert.Equal(3_002, (await publishing.Get<RegisterIndex>().NowAsync(default)).Entries.Count);
        await PublishAsync("the first after an import, which passes the numbers that it took");

        Assert.Equal(small, await PublishAsync("last"));
        Assert.Equal(12, small);

        async Task<int> PublishAsync(string title)
        {
            var id = await app.KeepAsync(AnApplication.WithoutFault.With(content => content with { Title = title }).Approved());
            ActivityInput input = new(id, (await app.ReadAsync(id)).Revision);
            var before = counter.Count;
            await publishing.Function<Publish>().RunAsync(input, default);
            return counter.Count - before;
        }
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
