using System.Text;
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
        using var publishing = app.Another();
        using var measured = publishing.Measure();
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
            var before = Requests();
            await publishing.Function<Publish>().RunAsync(input, default);
            return Requests() - before;
        }

        int Requests() => measured.TagsOf("microcred.storage.requests").Count;
    }
}
