using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MicroCred.App.Proof;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Verification;

namespace MicroCred.App.Tests.Proof;

/// <summary>A register's log on a separate storage account, and processes that follow it.</summary>
internal sealed class ProofWorld : IDisposable
{
    private readonly Dictionary<int, int> _changes = [];
    private readonly List<AppServices> _processes = [];
    private readonly MicroCred.Tests.Support.TemporaryFolder _folder = new();
    private readonly string _connectionString;

    private ProofWorld(string connectionString)
    {
        _connectionString = connectionString;
        Rows = new TableClient(connectionString, StorageNames.RegisterTable);
        Files = new BlobContainerClient(connectionString, StorageNames.RegisterContainer);
        App = Another();
    }

    public static async Task<ProofWorld> BeginAsync()
    {
        ProofWorld world = new(await SharedStorage.AccountOfItsOwnAsync());
        await world.App.CreateStorageAsync();
        return world;
    }

    public TableClient Rows { get; }

    public BlobContainerClient Files { get; }

    public FixedClock Clock { get; } = new(Moments.Monday);

    public AppServices App { get; }

    public string KeyPath => _folder["register-key.pem"];

    /// <summary>Another process on the same storage, or the same one after a restart.</summary>
    public AppServices Another()
    {
        _processes.Add(new AppServices(_connectionString, Clock, $"Signing:RegisterLocalKeyPath={KeyPath}"));
        return _processes[^1];
    }

    /// <summary>Something of an entry changes.</summary>
    public async Task ChangeAsync(int number, int times = 1)
    {
        for (; times > 0; times--)
        {
            var changes = _changes[number] = _changes.GetValueOrDefault(number, -1) + 1;
            EntryPart part = new(
                ApplicationId.New(new Guid(number, 0, 0, new byte[8])),
                ApplicationType.ListingApproval,
                changes,
                AnEntry.Of(AnApplication.WithoutFault, number) with
                {
                    Title = $"Te reo Māori {number}, {changes}",
                }
            );
            await App.Get<RegisterLog>().AppendAsync(number, isNew: false, _ => Task.FromResult<IReadOnlyList<EntryPart>>([part]), default);
        }
    }

    /// <summary>The head after the last one is too old.</summary>
    public Task<LogHead> HeadAsync(AppServices? process = null)
    {
        Clock.Now += TimeSpan.FromSeconds(3);
        return (process ?? App).Get<LogHeads>().CurrentAsync(atLeast: 0, default);
    }

    public async Task<string> BadgeAsync(int number, AppServices? process = null) =>
        (await (process ?? App).Get<Badges>().FindAsync(number, default))!.ToString();

    public async Task<string> KeysAsync(AppServices? process = null) =>
        Json(await (process ?? App).Get<PublishedKeys>().CurrentAsync(default));

    public async Task<string> EntryAsync(int number) =>
        RegisterCaching.JsonOf((await App.Get<RegisterLog>().FindAsync(number, default))!.Listed.Entry).ToString();

    public async Task<string> LeavesAsync() =>
        Json(
            new LogFunctions.LeafList(await App.Get<RegisterLog>().ReadAsync(after: 0, default).Select(change => change.Data).ToListAsync())
        );

    /// <summary>What the verifier, which shares no code with the app, says of files.</summary>
    public static IReadOnlyList<Verdict> Judge(params IEnumerable<string> files)
    {
        Evidence evidence = new();
        foreach (var (index, file) in files.Index())
        {
            evidence.Add($"file {index}", System.Text.Encoding.UTF8.GetBytes(file));
        }

        return evidence.Judge();
    }

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, AppJson.Api);

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        _folder.Dispose();
    }
}
