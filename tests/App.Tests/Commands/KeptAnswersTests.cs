using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Commands;

/// <summary>For a day a repeated request gets the stored answer. After that it counts as new, and the answer is deleted.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime
{
    private static readonly CreateApplication Create = new(AnApplication.WithoutFault.Content);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_application_begun_under_the_same_key_a_day_later_is_another(bool isRemoved)
    {
        var first = await BegunAsync();
        _app.Clock.Now += Day - Second;
        Assert.IsType<CommandResult.Repeated>(await _app.BeginAsync(Create, Under("once")));
        _app.Clock.Now += Second;
        await RemoveAsync(isRemoved);

        var second = await BegunAsync();

        Assert.NotEqual(first, second);
        Assert.NotNull(await _app.Applications.FindAsync(first, default));
        var repeated = Assert.IsType<CommandResult.Repeated>(await _app.BeginAsync(Create, Under("once")));
        Assert.Equal($"{second} at 1", repeated.Answer.GetString());
        _app.Clock.Now += Day;
        await RemoveAsync(isRemoved);
        Assert.NotEqual(second, await BegunAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_that_come_at_once_a_day_later_one_begins_an_application(bool isRemoved)
    {
        await BegunAsync();
        _app.Clock.Now += Day;
        await RemoveAsync(isRemoved);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _app.BeginAsync(Create, Under("once"))));

        Assert.Single(results.OfType<CommandResult.Done>());
        Assert.Equal(5, results.OfType<CommandResult.Repeated>().Count());
        Assert.Equal(2, await _app.Applications.AllAsync(default).CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_under_the_same_key_a_day_later_is_made(bool isRemoved)
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
        ReplaceApplication replace = new(id, AnApplication.WithoutFault.Content);
        await _app.ChangeAsync(replace, Under("once"));
        _app.Clock.Now += Day;
        await RemoveAsync(isRemoved);

        Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(replace, Under("once")));
        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(new DeleteDocument(id, (await _app.ReadAsync(id)).Documents[0].Id), Under("another"))
        );
        Assert.IsType<CommandResult.Repeated>(await _app.ChangeAsync(replace, Under("once")));
    }

    [Fact]
    public async Task A_deleted_draft_is_known_under_its_key_until_the_night_after_the_day()
    {
        var id = await BegunAsync();
        await _app.DeleteAsync(new DeleteApplication(id));
        await RemoveAsync(true);
        Assert.IsType<CommandResult.Deleted>(await _app.BeginAsync(Create, Under("once")));

        _app.Clock.Now += Day + Second;
        await RemoveAsync(true);

        Assert.Null(await _app.Applications.FindAnswerAsync(id, HashOf(id), default));
        await BegunAsync();
    }

    [Fact]
    public async Task The_night_removes_those_of_before_and_no_others_and_none_twice()
    {
        var old = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
        var given = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
        await _app.ChangeAsync(new ReplaceApplication(old, Long), Under("once"));
        await _app.ChangeAsync(new ReplaceApplication(given, AnApplication.WithoutFault.Content), Under("once"));
        _app.Clock.Now += Day;
        await _app.ChangeAsync(new ReplaceApplication(given, AnApplication.WithoutFault.Content), Under("once"));
        _app.Clock.Now += Second;

        var removed = await Kept.RemoveAsync(_app.Clock.Now - Day, 100, Fail, default);
        var again = await Kept.RemoveAsync(_app.Clock.Now - Day, 100, Fail, default);

        Assert.Equal((2, 0), (removed, again));
        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(new ReplaceApplication(old, AnApplication.WithoutFault.Content), Under("once"))
        );
        Assert.IsType<CommandResult.Repeated>(
            await _app.ChangeAsync(new ReplaceApplication(given, AnApplication.WithoutFault.Content), Under("once"))
        );
    }

    [Fact]
    public async Task A_night_removes_only_so_many()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await _app.BeginAsync(Create, Under($"key {number}"));
        }

        _app.Clock.Now += Day + Second;

        Assert.Equal(2, await Kept.RemoveAsync(_app.Clock.Now - Day, 2, Fail, default));
        Assert.Equal(1, await Kept.RemoveAsync(_app.Clock.Now - Day, 2, Fail, default));
    }

    /// <summary>Content so long that an application, and an answer with it, takes several rows.</summary>
    private static ApplicationContent Long { get; } =
        AnApplication.WithoutFault.With(content => content with { Outcomes = [.. Enumerable.Repeat(new string('ā', 1_000), 100)] }).Content;

    private KeptAnswers Kept => _app.Get<KeptAnswers>();

    private static CommandOptions Under(string key) =>
        new() { Idempotency = new(key, application => JsonSerializer.SerializeToElement($"{application.Id} at {application.Revision}")) };

    private static string HashOf(ApplicationId id) =>
        RequestKey.Of(Create, Callers.Mito, Under("once").Idempotency)!.Hash is var hash && ApplicationRows.IsBegunUnder(hash, id)
            ? hash
            : "";

    private static void Fail(ApplicationId id, Exception exception) => Assert.Fail($"{id}: {exception}");

    private async Task<ApplicationId> BegunAsync() =>
        Assert.IsType<CommandResult.Done>(await _app.BeginAsync(Create, Under("once"))).Application.Id;

    private async Task RemoveAsync(bool isRemoved)
    {
        if (isRemoved)
        {
            _app.Clock.Now += Second;
            await _app.Function<RemoveOutdated>().RunAsync(new TimerInfo(), default);
        }
    }
}
