using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Commands;

/// <summary>The app without a worker, on a separate storage account: commands run in this process.</summary>
internal sealed class AppInProcess : IDisposable
{
    private readonly AppServices _services;
    private readonly string _connectionString;
    private readonly string[] _settings;

    private AppInProcess(string connectionString, FixedClock clock, HttpPipelinePolicy? policy, string[] settings)
    {
        (_connectionString, _settings, Clock) = (connectionString, settings, clock);
        _services = new AppServices(connectionString, clock, policy, settings);
    }

    /// <summary>Monday morning, unless a test moves it.</summary>
    public FixedClock Clock { get; }

    /// <summary>The app's requests to the engine.</summary>
    public RecordedOrchestrations Orchestrations { get; } = new();

    public CommandRunner Commands => Get<CommandRunner>();

    public ApplicationStore Applications => Get<ApplicationStore>();

    public Worklists Worklists => Get<Worklists>();

    public BlobContainerClient Documents => Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.DocumentsContainer);

    public static Task<AppInProcess> StartAsync() => StartAsync([]);

    /// <param name="settings">Further settings as <c>name=value</c>.</param>
    public static async Task<AppInProcess> StartAsync(params string[] settings)
    {
        AppInProcess app = new(await SharedStorage.AccountOfItsOwnAsync(), new FixedClock(Moments.Monday), policy: null, settings);
        await app._services.CreateStorageAsync();
        return app;
    }

    /// <summary>Another instance of the app on the same storage, with the same clock.</summary>
    /// <param name="policy">What each of its requests to storage passes; null for nothing.</param>
    public AppInProcess Another(HttpPipelinePolicy? policy = null) => new(_connectionString, Clock, policy, _settings);

    /// <summary>Records the app's measurements until disposed.</summary>
    public Measurements Measure() => new(_services);

    public T Get<T>()
        where T : notnull => _services.Get<T>();

    /// <summary>An instance of a function's class, as the worker creates it.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(Get<IServiceProvider>());

    public Task<CommandResult> BeginAsync<TCommand>(TCommand command, CommandOptions? options = null, Caller? caller = null)
        where TCommand : INewApplicationCommand =>
        Commands.BeginAsync(command, caller ?? Callers.Mito, options ?? CommandOptions.None, Orchestrations, CancellationToken.None);

    public Task<CommandResult> ChangeAsync<TCommand>(TCommand command, CommandOptions? options = null, Caller? caller = null)
        where TCommand : IApplicationCommand =>
        Commands.ChangeAsync(command, caller ?? Callers.Mito, options ?? CommandOptions.None, Orchestrations, CancellationToken.None);

    public Task<CommandResult> DeleteAsync<TCommand>(TCommand command, CommandOptions? options = null, Caller? caller = null)
        where TCommand : IDeletionCommand =>
        Commands.DeleteAsync(command, caller ?? Callers.Mito, options ?? CommandOptions.None, CancellationToken.None);

    /// <summary>Stores an application in this state, under a new id and without its history.</summary>
    public async Task<ApplicationId> KeepAsync(Application application)
    {
        var own = application with { Id = ApplicationId.New(Guid.NewGuid()) };
        own = own with { Tasks = [.. own.Tasks.Select((task, index) => task with { Id = TaskId.Create(own.Id, index + 1) })] };
        await Applications.SaveAsync(null, new Change(own, []), [], answer: null, trace: null, CancellationToken.None);
        await Worklists.ShowAsync(null, own, CancellationToken.None);
        return own.Id;
    }

    /// <summary>The same with content for each of its documents: the document's id.</summary>
    public async Task<ApplicationId> KeepWithBytesAsync(Application application)
    {
        var id = await KeepAsync(
            application with
            {
                Documents = [.. application.Documents.Select(document => document with { Sha256 = DocumentBytes.HashOf(document.Id) })],
            }
        );
        await DocumentBytes.KeepAsync(Get<BlobServiceClient>(), await ReadAsync(id));
        return id;
    }

    /// <summary>Makes a concurrent change to an application: its next revision, otherwise the same.</summary>
    public async Task TouchAsync(ApplicationId id)
    {
        var found = (await Applications.FindAsync(id, CancellationToken.None))!;
        var next = found.Application with { Revision = found.Application.Revision + 1 };
        await Applications.SaveAsync(found, new Change(next, []), [], answer: null, trace: null, CancellationToken.None);
    }

    public async Task<Application> ReadAsync(ApplicationId id) => (await Applications.FindAsync(id, CancellationToken.None))!.Application;

    /// <summary>
    /// Appends what an entry says to the register's log, for the first time or after some changes, and adds it to this process's index as
    /// publication does.
    /// </summary>
    public async Task AppendAsync(ApplicationId listing, RegisterEntry entry, int changes)
    {
        EntryPart part = new(listing, ApplicationType.ListingApproval, changes, entry);
        var (_, after) = await Get<RegisterLog>()
            .AppendAsync(entry.Number, isNew: changes == 0, _ => Task.FromResult<IReadOnlyList<EntryPart>>([part]), default);
        Get<RegisterIndex>().Add(after!.Listed.Entry, after.Seq);
    }

    /// <summary>An application's incoming content that waits to be stored.</summary>
    public async Task<UploadedDocument> ReceiveAsync(DocumentKind kind, char digit)
    {
        var blob = Guid.NewGuid().ToString("N");
        await Get<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.IncomingContainer)
            .UploadBlobAsync(blob, BinaryData.FromString($"{digit}"));
        return Uploads.Of(kind, digit: digit, incoming: blob) with { Sha256 = DocumentBytes.HashOf($"{digit}") };
    }

    /// <summary>Whether content of an application is stored.</summary>
    public async Task<bool> KeepsAsync(ApplicationId id, char digit) =>
        await Documents.GetBlobClient(new StoredDocument(id, DocumentBytes.HashOf($"{digit}")).Name).ExistsAsync();

    /// <summary>The outbox entries of an application.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> OutboxOfAsync(ApplicationId id)
    {
        List<OutboxEntry> entries = [];
        await foreach (var entry in Worklists.OutboxAsync(CancellationToken.None))
        {
            if (entry.Application == id)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>The number of letters about an application that wait to be sent.</summary>
    public async Task<int> LettersOfAsync(ApplicationId id) =>
        (await Get<QueueServiceClient>().GetQueueClient(StorageNames.NotificationsQueue).PeekMessagesAsync(32)).Value.Count(message =>
            message.Body.ToString().Contains(id.ToString(), StringComparison.Ordinal)
        );

    public void Dispose() => _services.Dispose();
}
