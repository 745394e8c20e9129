using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Archiving;
using MicroCred.App.Signing;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Signing;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Archiving;

/// <summary>Anyone who may add to the archive can plant files in it: none is trusted, and each is named.</summary>
public sealed class PlantedFilesTests : IAsyncLifetime
{
    private ArchiveWorld _world = null!;
    private ApplicationId _id;

    public async Task InitializeAsync()
    {
        _world = await ArchiveWorld.BeginAsync();
        _id = await _world.InReviewAsync();
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("{id}/5.json")]
    [InlineData("{id}/5-0000000000000000000000000000000000000000000000000000000000000000.json")]
    [InlineData("11111111-2222-3333-4444-555555555555/1-0000000000000000000000000000000000000000000000000000000000000000.json")]
    [InlineData("nights/20990101T0000000000000Z.jws")]
    [InlineData("nights/anything")]
    public async Task Is_refused_once_by_name_and_shown_for_good(string name)
    {
        name = name.Replace("{id}", _id.ToString(), StringComparison.Ordinal);
        await _world.NightAsync();
        await _world.Audit.UploadBlobAsync(name, BinaryData.FromString("Not ours."));

        var difference = Assert.Single((await _world.NightOfDifferencesAsync()).Differences);
        Assert.Equal((DifferenceKind.FilePlanted, $"audit/{name}"), (difference.Kind, difference.File));

        await _world.NightAsync();
        Assert.Equal([$"audit/{name}"], (await _world.ShownAsync()).Refused);
    }

    [Fact]
    public async Task In_the_log_of_the_register_too()
    {
        await _world.NightAsync();
        await new BlobContainerClient(_world.ConnectionString, StorageNames.RegisterLogContainer).UploadBlobAsync(
            $"1/9-{AuditChain.Origin}.json",
            BinaryData.FromString("{}")
        );

        Assert.Equal(
            [DifferenceKind.FilePlanted],
            (await _world.NightOfDifferencesAsync()).Differences.Select(difference => difference.Kind)
        );
    }

    [Fact]
    public async Task What_looks_like_the_application_s_own_file_beforehand_keeps_nothing_from_being_put_away()
    {
        var whole = await _world.WholeAsync(_id);
        var forged = ArchivedApplication.Of(whole, entry: null, Moments.Monday) with
        {
            State = whole.State.Replace("evaluator-1", "evaluator-9", StringComparison.Ordinal),
        };
        await _world.Audit.UploadBlobAsync($"{_id}/{whole.Application.Revision}-{Archive.HashOf(forged.ToBytes())}.json", forged.ToBytes());

        Assert.Equal([DifferenceKind.FilePlanted], await _world.NightNamingAsync(_id));
        await _world.NightAsync();

        Assert.Equal(1, (await _world.ShownAsync()).Compared);
    }

    [Fact]
    public async Task A_night_signed_by_another_key_is_none()
    {
        using OwnKey other = new();
        var later = DateTimeOffset.UtcNow.AddDays(1);
        ArchiveNight forged = new(1, later, AuditChain.Origin, 1, [], [], [], [], []);
        await _world.Audit.UploadBlobAsync(
            Archive.NameOfNight(later)["audit/".Length..],
            BinaryData.FromString(await new Jws(other).SignAsync("microcred-night", forged.ToBytes(), default))
        );

        var difference = Assert.Single((await _world.NightOfDifferencesAsync()).Differences);

        Assert.Equal((DifferenceKind.FilePlanted, Archive.NameOfNight(later)), (difference.Kind, difference.File));
        Assert.Equal(1, (await _world.ShownAsync()).Night);
    }

    [Fact]
    public async Task A_night_copied_to_another_name_is_none()
    {
        await _world.NightAsync();
        var first = Assert.Single(await _world.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, "nights/", default).ToListAsync());
        var copied = (await _world.Audit.GetBlobClient(first.Name).DownloadContentAsync()).Value.Content;
        await _world.Audit.UploadBlobAsync("nights/20990101T0000000000000Z.jws", copied);

        await _world.NightOfDifferencesAsync();

        Assert.Equal(2, (await _world.ShownAsync()).Night);
    }

    [Fact]
    public async Task A_night_taken_away_is_missed_by_the_one_that_refers_to_it()
    {
        await _world.NightAsync();
        var first = Assert.Single(await _world.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, "nights/", default).ToListAsync());
        await _world.NightAsync();
        await _world.Audit.DeleteBlobAsync(first.Name);

        Assert.Contains(
            DifferenceKind.NightGone,
            (await _world.NightOfDifferencesAsync()).Differences.Select(difference => difference.Kind)
        );
    }

    [Theory]
    [InlineData(true, "FileChanged")]
    [InlineData(false, "FileGone")]
    public async Task A_file_of_the_archive_that_is_exchanged_or_gone_is_named(bool exchanged, string kind)
    {
        await _world.NightAsync();
        var name = Assert.Single(await _world.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{_id}/", default).ToListAsync()).Name;
        await (
            exchanged
                ? (Task)_world.Audit.GetBlobClient(name).UploadAsync(BinaryData.FromString("{}"), overwrite: true)
                : _world.Audit.DeleteBlobAsync(name)
        );

        Assert.Contains(Enum.Parse<DifferenceKind>(kind), await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task What_a_night_left_that_couldn_t_sign_is_taken_up_by_the_next_and_the_alert_is_told()
    {
        using (AppServices keyless = new(_world.ConnectionString, "Signing:LocalKeyPath="))
        using (Measurements measured = new(keyless))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                ActivatorUtilities.CreateInstance<ArchiveApplications>(keyless.Get<IServiceProvider>()).RunAsync(new TimerInfo(), default)
            );
            Assert.Equal([1], measured.Of("microcred.archive.differences"));
        }

        await _world.ActAsync(_id);
        await _world.NightAsync();
        await _world.NightAsync();

        Assert.Equal(
            ["5", "6"],
            await _world
                .Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{_id}/", default)
                .Select(file => file.Name.Split('/')[1].Split('-')[0])
                .ToListAsync()
        );
        Assert.Empty((await _world.ShownAsync()).Differences);
    }

    [Fact]
    public async Task What_was_put_away_before_nights_were_signed_is_noted_by_the_first_and_never_read()
    {
        await _world.Audit.UploadBlobAsync($"{_id}/3.json", BinaryData.FromString("{}"));

        await _world.NightAsync();
        await _world.NightAsync();

        Assert.Equal([$"audit/{_id}/3.json"], (await _world.ShownAsync()).Refused);
    }
}
