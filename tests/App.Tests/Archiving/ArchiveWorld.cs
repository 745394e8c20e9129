using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MicroCred.App.Archiving;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Archiving;

/// <summary>
/// Applications on a separate storage account, the nightly runs over them, and direct changes by somebody with rights to the account.
/// </summary>
internal sealed class ArchiveWorld : IDisposable
{
    private readonly AppServices _app;
    private readonly Measurements _measured;

    private ArchiveWorld(string connectionString)
    {
        _app = new AppServices(connectionString);
        _measured = new Measurements(_app);
        ConnectionString = connectionString;
        Rows = new TableClient(connectionString, StorageNames.ApplicationsTable);
        Audit = new BlobContainerClient(connectionString, StorageNames.AuditContainer);
        Documents = new BlobContainerClient(connectionString, StorageNames.DocumentsContainer);
        Register = new BlobContainerClient(connectionString, StorageNames.RegisterContainer);
    }

    public string ConnectionString { get; }

    public TableClient Rows { get; }

    public BlobContainerClient Audit { get; }

    public BlobContainerClient Documents { get; }

    public BlobContainerClient Register { get; }

    public ApplicationStore Applications => Get<ApplicationStore>();

    /// <summary>The values of the alert's metric, one per night.</summary>
    public IReadOnlyList<double> Measured => _measured.Of("microcred.archive.differences");

    public static async Task<ArchiveWorld> BeginAsync()
    {
        ArchiveWorld world = new(await SharedStorage.AccountOfItsOwnAsync());
        await world._app.CreateStorageAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => _app.Get<T>();

    /// <summary>An application being evaluated, with its documents' content, after five changes.</summary>
    public async Task<ApplicationId> InReviewAsync()
    {
        var id = ApplicationId.New(Guid.NewGuid());
        StoredApplication? stored = null;
        foreach (
            var step in (Func<Application, Change>[])
                [
                    _ => Application.Draft(id, Providers.Mito, AnApplication.WithoutFault.Content, People.Provider, Moments.Monday),
                    one =>
                        one.AddDocument(
                                DocumentKind.Curriculum,
                                "Curriculum.pdf",
                                "application/pdf",
                                2,
                                DocumentBytes.HashOf("d1"),
                                DocumentStatus.Accepted,
                                [],
                                People.Provider,
                                Moments.Monday
                            )
                            .Change(),
                    one => one.Submit(Checks.Edition2018, People.Provider, Moments.Later(1)).Change(),
                    one => one.RecordValidation([], new(), Moments.Later(1)).Change(),
                    one => one.Assign("evaluator-1", new(), Moments.Later(2)).Change(),
                ]
        )
        {
            stored = await Applications.SaveAsync(stored, step(stored?.Application!), [], answer: null, trace: null, default);
        }

        await DocumentBytes.KeepAsync(Get<BlobServiceClient>(), stored!.Application);
        await Get<Worklists>().ShowAsync(null, stored.Application, default);
        return id;
    }

    /// <summary>An application on the register, with its entry.</summary>
    /// <param name="made">What makes another of it; null for nothing.</param>
    /// <param name="at">When it was published; null for long ago.</param>
    public async Task<Application> PublishedAsync(Func<Application, Application>? made = null, DateTimeOffset? at = null)
    {
        var id = await InReviewAsync();
        var stored = (await Applications.FindAsync(id, default))!;
        var fits = AnApplication.WithoutFault.Published();
        var published = stored.Application with
        {
            Status = fits.Status,
            Decision = fits.Decision,
            Registration = fits.Registration,
            Tasks = [],
        };
        published = made?.Invoke(published) ?? published;
        Change change = new(
            published with
            {
                Revision = published.Revision + 1,
                EventCount = published.EventCount + 1,
            },
            [new UnsealedEvent(published.EventCount + 1, at ?? Moments.Later(3), Actor.System, new Published(fits.Registration!))]
        );
        await Applications.SaveAsync(stored, change, [], answer: null, trace: null, default);
        await Get<Worklists>().ShowAsync(stored.Application, change.Application, default);
        await Get<Listings>().ShowAsync(before: null, change.Application, default);
        return change.Application;
    }

    /// <summary>The evaluator records a finding, as the app would write it.</summary>
    public async Task ActAsync(ApplicationId id)
    {
        var stored = (await Applications.FindAsync(id, default))!;
        await Applications.SaveAsync(
            stored,
            stored
                .Application.RecordFinding(
                    stored.Application.Tasks[0].Id,
                    1,
                    CriterionResult.Met,
                    "Read and considered.",
                    People.Evaluator,
                    Moments.Later(3)
                )
                .Change(),
            [],
            answer: null,
            trace: null,
            default
        );
    }

    /// <summary>Runs a night; fails if it finds a difference.</summary>
    public Task NightAsync() =>
        ActivatorUtilities.CreateInstance<ArchiveApplications>(Get<IServiceProvider>()).RunAsync(new TimerInfo(), default);

    /// <summary>Runs a night that must find differences, fail, and set off the alert.</summary>
    /// <returns>The report shown to operators.</returns>
    public async Task<GetArchive.Report> NightOfDifferencesAsync()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(NightAsync);
        var shown = await ShownAsync();
        Assert.NotEmpty(shown.Differences);
        Assert.Equal(shown.Differences.Count, Measured[^1]);
        return shown;
    }

    /// <summary>Runs a night that must find differences in one application only.</summary>
    /// <returns>The kinds of differences, each once.</returns>
    public async Task<IReadOnlyList<DifferenceKind>> NightNamingAsync(ApplicationId id)
    {
        var shown = await NightOfDifferencesAsync();
        Assert.All(shown.Differences, difference => Assert.Equal(id, difference.Application));
        return [.. shown.Differences.Select(difference => difference.Kind).Distinct()];
    }

    public async Task<GetArchive.Report> ShownAsync() => GetArchive.Report.Of(await Get<SignedNights>().LatestAsync(default));

    public async Task<WholeApplication> WholeAsync(ApplicationId id) => (await Applications.FindWholeAsync(id, default))!;

    public async Task<TableEntity> RowAsync(ApplicationId id, string key) => await Rows.GetEntityAsync<TableEntity>(id.ToString(), key);

    /// <summary>Replaces a text in a row, and changes nothing else.</summary>
    public async Task AlterAsync(ApplicationId id, string key, Func<string, string> alter)
    {
        var row = await RowAsync(id, key);
        var text = row.GetString("Json0");
        Assert.NotEqual(text, alter(text));
        row["Json0"] = alter(text);
        await Rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    /// <summary>
    /// Rewrites an application's state and all its events with consistent hashes, as an attacker who has read this repository would.
    /// </summary>
    /// <param name="id">The application.</param>
    /// <param name="state">Changes the state's JSON.</param>
    /// <param name="detail">Changes each event's detail.</param>
    /// <param name="form">The events' form.</param>
    public async Task RewriteAsync(
        ApplicationId id,
        Func<JsonObject, JsonObject> state,
        Func<AuditEvent, string> detail,
        int form = AuditEvent.WithState
    )
    {
        var whole = await WholeAsync(id);
        var written = state(JsonNode.Parse(whole.State)!.AsObject());
        List<AuditEvent> events = [];
        var text = written.ToJsonString(AppJson.Stored);
        foreach (var e in whole.Events.Select(kept => kept.Event))
        {
            var last = e.Number == whole.Events.Count;
            var next = e with
            {
                Detail = detail(e),
                PreviousHash = events is [.., var previous] ? previous.Hash : AuditChain.Origin,
                Form = form,
                StateBefore = form == AuditEvent.WithState ? e.StateBefore : null,
                StateAfter =
                    form == AuditEvent.WithState
                        ? last
                            ? AuditChain.HashOf(text)
                            : e.StateAfter
                        : null,
            };
            events.Add(next with { Hash = Hashes.Of(next) });
        }

        var row = new TableEntity(id.ToString(), ApplicationRows.Application).With(ChunkedJson.Chunks(text));
        if (form == AuditEvent.WithState)
        {
            row["LastHash"] = events[^1].Hash;
        }
        else
        {
            written["lastHash"] = events[^1].Hash;
            row = new TableEntity(id.ToString(), ApplicationRows.Application).With(
                ChunkedJson.Chunks(written.ToJsonString(AppJson.Stored))
            );
        }

        await Rows.UpsertEntityAsync(row, TableUpdateMode.Replace);
        foreach (var e in events)
        {
            await Rows.UpsertEntityAsync(
                new TableEntity(id.ToString(), ApplicationRows.Event(e.Number)).With([JsonSerializer.Serialize(e, AppJson.Stored)]),
                TableUpdateMode.Replace
            );
        }

        Assert.Null((await WholeAsync(id)).Break);
    }

    public void Dispose()
    {
        _measured.Dispose();
        _app.Dispose();
    }
}
