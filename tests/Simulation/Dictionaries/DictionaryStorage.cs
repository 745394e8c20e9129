using MicroCred.App.Storage;
using MicroCred.Simulation.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Dictionaries in place of the storage account, for the app's domain, commands and orchestrators alone.</summary>
internal sealed class DictionaryStorage : SimulatedStorage
{
    /// <summary>An account that isn't there: whatever bypasses the dictionaries fails.</summary>
    public override string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=nothing;AccountKey=bm90aGluZw==;"
        + "BlobEndpoint=http://127.0.0.1:1/nothing;QueueEndpoint=http://127.0.0.1:1/nothing;TableEndpoint=http://127.0.0.1:1/nothing;";

    public override void AddTo(IServiceCollection services) => services.InMemory();

    public override Task PrepareAsync(IServiceProvider services) => Task.CompletedTask;

    public override IContents ContentsOf(IServiceProvider services) => new Contents(services);

    private sealed class Contents(IServiceProvider services) : IContents
    {
        private readonly ApplicationsInMemory _applications = services.GetRequiredService<ApplicationsInMemory>();

        public Task<WholeApplication?> WholeAsync(ApplicationId id) => Task.FromResult(_applications.Whole(id));

        public Task<IReadOnlyList<string>> LettersAsync(ApplicationId id) =>
            Task.FromResult<IReadOnlyList<string>>([
                .. _applications.Letters(id).Select(letter => $"{letter.Kind} {letter.At:O} {letter.Sha256}"),
            ]);

        public Task<VersionContent> VersionAsync(ApplicationId id, int number) => Task.FromResult(_applications.Version(id, number));

        public async Task<SortedDictionary<string, string>> LinesAsync()
        {
            var lists = services.GetRequiredService<WorklistsInMemory>();
            SortedDictionary<string, string> lines = new(StringComparer.Ordinal);
            foreach (var (key, line) in lists.Lines)
            {
                lines[key] = ChunkedJson.TextOf(line);
            }

            await foreach (var entry in lists.OutboxAsync(CancellationToken.None))
            {
                lines[WorklistRows.OutboxEntry(entry.Application, entry.Id)] = ChunkedJson.TextOf(entry);
            }

            return lines;
        }

        public Task<IReadOnlyList<QueuedNotice>> QueuedAsync() =>
            Task.FromResult<IReadOnlyList<QueuedNotice>>([
                .. services.GetRequiredService<QueueInMemory>().Queued.OrderBy(notice => notice.Id, StringComparer.Ordinal),
            ]);

        public Task<IReadOnlyList<RegisterEntry>> EntriesAsync() =>
            Task.FromResult<IReadOnlyList<RegisterEntry>>([.. services.GetRequiredService<RegisterInMemory>().Entries]);

        public Task UploadAsync(string name, string content) => Task.CompletedTask;
    }
}
