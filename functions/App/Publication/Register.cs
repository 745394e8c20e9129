using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Publication;

/// <summary>
/// The register. A number is allocated and its entry created in one transaction, so that there is neither a gap nor a duplicate; and once
/// for an application, however often its publication is tried, because the first try notes in which block of numbers it will be.
/// </summary>
internal sealed class Register(TableServiceClient tables, RegisterIndex index, IConfiguration configuration) : IDisposable
{
    private readonly TableClient _table = tables.GetTableClient(Names.RegisterTable);

    /// <summary>The reporting code of number 1. How NZQA allocates codes was not found.</summary>
    private readonly int _firstCode = configuration.GetValue("Register:FirstReportingCode", 1000);

    private readonly SemaphoreSlim _allocating = new(1);

    /// <summary>The number that this process allocated last. Where another process went on from there, the next write is refused.</summary>
    private Counter? _last;

    /// <summary>Where to start looking for a free number.</summary>
    private int LastBlock => _last?.Block ?? 0;

    /// <summary>What the register has that bears on an application. One storage request, and one more where it has the same listing.</summary>
    public async Task<RegisterContext> ContextOf(Application application, CancellationToken cancel)
    {
        Place? same = await Read(IdentityOf(application), cancel);
        int? number = same is null || same.Application == application.Id ? null : await Listed(same.Block, same.Application, cancel);
        return new RegisterContext(number, await index.Similar(application, cancel));
    }

    /// <summary>
    /// Lists an approved application: the entry it has, or a new one under the next number. Two storage requests, or three where this
    /// process didn't allocate the number before.
    /// </summary>
    public async Task<RegisterEntry> List(Application application, CancellationToken cancel)
    {
        Place place = await Claim(application, cancel);
        if (!place.IsNew && await Listed(place.Block, application.Id, cancel) is { } earlier)
        {
            return RegisterEntry.From(application, earlier, CodeOf(earlier));
        }

        // Within a process one at a time: many at once would only take the number from under each other.
        await _allocating.WaitAsync(cancel);
        try
        {
            return await Allocate(application, place, cancel);
        }
        finally
        {
            _allocating.Release();
        }
    }

    /// <summary>An entry by its number; null where there is none.</summary>
    public async Task<RegisterEntry?> Find(int number, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(
            RegisterRows.Block(number / RegisterRows.NumbersInABlock), RegisterRows.Entry(number), cancellationToken: cancel);
        return row.HasValue ? row.Value!.Json<RegisterEntry>() : null;
    }

    public void Dispose() => _allocating.Dispose();

    private async Task<RegisterEntry> Allocate(Application application, Place place, CancellationToken cancel)
    {
        while (true)
        {
            Counter counter = _last is { } known && known.Block == place.Block ? known : await Counter.Read(_table, place.Block, cancel);
            if (counter.IsFull)
            {
                place = await Move(place, place.Block + 1, cancel);
                continue;
            }

            int number = counter.Last + 1;
            RegisterEntry entry = RegisterEntry.From(application, number, CodeOf(number));
            string block = RegisterRows.Block(place.Block);
            try
            {
                Response<IReadOnlyList<Response>> written = await _table.SubmitTransactionAsync(
                    [
                        counter.Advance(),
                        new(TableTransactionActionType.Add, new TableEntity(block, RegisterRows.Entry(number)).WithJson(entry)),
                        new(TableTransactionActionType.Add, new TableEntity(block, RegisterRows.Listing(application.Id)) { ["Number"] = number }),
                    ],
                    cancel);
                _last = counter with { Last = number, ETag = written.Value[0].Headers.ETag };
                index.Add(entry);
                return entry;
            }
            catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
            {
                // Another process took the number, or this very write got through and its answer was lost.
                _last = null;
                if (await Listed(place.Block, application.Id, cancel) is { } mine)
                {
                    return RegisterEntry.From(application, mine, CodeOf(mine));
                }
            }
        }
    }

    /// <summary>Codes have four digits. Once they are used up, entries go without one rather than wait.</summary>
    private ReportingCode? CodeOf(int number) =>
        ReportingCode.TryCreate((_firstCode + number - 1).ToString("D4", System.Globalization.CultureInfo.InvariantCulture), out ReportingCode code) ? code : null;

    /// <summary>
    /// Notes where an application's entry will be, under what makes a listing the same as another: provider, title, level and credits. Two
    /// that are the same and were both approved both get on the register; the second is noted under its own id.
    /// </summary>
    private async Task<Place> Claim(Application application, CancellationToken cancel)
    {
        string identity = IdentityOf(application);
        Place place = await Claim(identity, application.Id, cancel);
        return place.Application == application.Id ? place : await Claim(RegisterRows.Listing(application.Id), application.Id, cancel);
    }

    private async Task<Place> Claim(string partition, ApplicationId application, CancellationToken cancel)
    {
        TableEntity row = new(partition, RegisterRows.Holder) { ["Application"] = application.Value, ["Block"] = LastBlock };
        try
        {
            Response written = await _table.AddEntityAsync(row, cancel);
            return new Place(partition, application, (int)row["Block"], written.Headers.ETag ?? ETag.All, IsNew: true);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return await Read(partition, cancel) ?? throw new InvalidOperationException($"{partition} was there and is gone.", failure);
        }
    }

    private async Task<Place> Move(Place place, int block, CancellationToken cancel)
    {
        TableEntity row = new(place.Partition, RegisterRows.Holder) { ["Application"] = place.Application.Value, ["Block"] = block };
        Response written = await _table.UpdateEntityAsync(row, place.ETag, TableUpdateMode.Replace, cancel);
        return place with { Block = block, ETag = written.Headers.ETag ?? ETag.All };
    }

    private async Task<Place?> Read(string partition, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, RegisterRows.Holder, cancellationToken: cancel);
        return row.HasValue
            ? new Place(partition, ApplicationId.New(row.Value!.GetGuid("Application")!.Value), row.Value.GetInt32("Block")!.Value, row.Value.ETag, IsNew: false)
            : null;
    }

    private async Task<int?> Listed(int block, ApplicationId application, CancellationToken cancel)
    {
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(
            RegisterRows.Block(block), RegisterRows.Listing(application), cancellationToken: cancel);
        return row.HasValue ? row.Value!.GetInt32("Number") : null;
    }

    private static string IdentityOf(Application application)
    {
        MicroCredentialContent content = application.Content.MicroCredential ?? new();
        string same = ListingIdentity.Of(application.Provider.Number, content.Title ?? "", content.Level ?? 0, content.Credits ?? 0);
        return RegisterRows.Identity(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(same))));
    }

    /// <summary>In which block of numbers an application's entry is or will be.</summary>
    private sealed record Place(string Partition, ApplicationId Application, int Block, ETag ETag, bool IsNew);
}
