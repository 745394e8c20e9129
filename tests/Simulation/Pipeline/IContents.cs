using MicroCred.App.Storage;

namespace MicroCred.Simulation.Pipeline;

/// <summary>All that a simulated app's storage holds, for tests to look into; the app itself reads it in other ways.</summary>
internal interface IContents
{
    /// <summary>An application and all its events; null where there is none.</summary>
    Task<WholeApplication?> WholeAsync(ApplicationId id);

    /// <summary>The letters kept for an application's provider, first to last: kind, time and hash.</summary>
    Task<IReadOnlyList<string>> LettersAsync(ApplicationId id);

    /// <summary>What an application held in one of its versions.</summary>
    Task<VersionContent> VersionAsync(ApplicationId id, int number);

    /// <summary>Every line of every list, as JSON by its key.</summary>
    Task<SortedDictionary<string, string>> LinesAsync();

    /// <summary>Every notice in the queue, by id.</summary>
    Task<IReadOnlyList<QueuedNotice>> QueuedAsync();

    /// <summary>The register's entries, by number.</summary>
    Task<IReadOnlyList<RegisterEntry>> EntriesAsync();

    /// <summary>Stores bytes where uploads wait.</summary>
    Task UploadAsync(string name, string content);
}
