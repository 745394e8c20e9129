using MicroCred.App.Evaluation;
using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MicroCred.App.Tests.Notification;

/// <summary>Each kind at once, daily or not at all; a digest at its hour, and nothing twice.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private const string Person = "evaluator-3";

    private readonly PostBag _post = new();
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_wanted_daily_comes_in_one_message_at_the_hour_and_once()
    {
        await WantAsync(Person, Delivery.Daily);
        await TellAsync(Person);
        await TellAsync(Person);
        await SendDigestsAsync();
        Assert.Empty(_post.Letters);

        // Monday morning, 10 o'clock; the next seven o'clock is Tuesday's.
        _app.Clock.Now = Moments.Monday.AddHours(20);
        await SendDigestsAsync();
        Assert.Empty(_post.Letters);
        _app.Clock.Now = Moments.Monday.AddHours(21.5);
        await SendDigestsAsync();
        await SendDigestsAsync();

        var digest = Assert.Single(_post.Letters);
        Assert.Contains("2 notices", digest.Subject, StringComparison.Ordinal);
        Assert.Equal("evaluator-3@nzqa.example", ((MailboxAddress)digest.To[0]).Address);
        Assert.Contains("/applications/", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains("<a href=\"", digest.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_could_not_be_sent_is_sent_later_under_the_same_id()
    {
        await WantAsync(Person, Delivery.Daily);
        await TellAsync(Person);
        _app.Clock.Now = Moments.Monday.AddDays(1);
        _post.IsClosed = true;
        await SendDigestsAsync();
        _post.IsClosed = false;

        await SendDigestsAsync();

        Assert.Single(_post.Letters);
    }

    [Fact]
    public async Task What_is_off_is_not_sent_and_what_is_at_once_goes_to_the_chosen_address()
    {
        await WantAsync(Person, Delivery.Off);
        await TellAsync(Person);
        Assert.Empty(_post.Letters);

        await WantAsync(Person, Delivery.AtOnce, "ani@example.nz");
        await TellAsync(Person);

        var letter = Assert.Single(_post.Letters);
        Assert.Equal("ani@example.nz", ((MailboxAddress)letter.To[0]).Address);
    }

    [Fact]
    public async Task A_notice_that_is_told_again_waits_once()
    {
        await WantAsync(Person, Delivery.Daily);
        var notice = await KeptAsync(Person);
        await TellAsync(notice);
        await TellAsync(notice);
        _app.Clock.Now = Moments.Monday.AddDays(1);

        await SendDigestsAsync();

        Assert.DoesNotContain("notices", Assert.Single(_post.Letters).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_s_goes_to_each_address_of_its_people_once_and_at_once_where_one_wants_that()
    {
        var recipients = _app.Get<Recipients>();
        var usual = Assert.Single(await recipients.OfAsync("9001", "Returned", default));
        Assert.Equal(("applications@mito.example", Delivery.AtOnce, true), (usual.Email, usual.Delivery, usual.IsUsual));

        await _app.Get<NotificationSettingsStore>()
            .ChangeAsync("mito", _ => new("ani@example.nz", new Dictionary<string, Delivery> { ["Returned"] = Delivery.Daily }), default);

        var own = Assert.Single(await recipients.OfAsync("9001", "Returned", default));
        Assert.Equal(("ani@example.nz", Delivery.Daily, false), (own.Email, own.Delivery, own.IsUsual));
        Assert.Empty(await recipients.OfAsync("nobody", "Returned", default));
    }

    [Fact]
    public void Every_kind_of_notice_says_what_it_tells_and_whom() =>
        Assert.All(NoticeKind.All, kind => Assert.True(kind is { What.Length: > 10, Roles.Count: > 0 }, kind.Name));

    private Task<NotificationSettings> WantAsync(string person, Delivery delivery, string? email = null) =>
        _app.Get<NotificationSettingsStore>()
            .ChangeAsync(person, _ => new(email, NoticeKind.All.ToDictionary(kind => kind.Name, _ => delivery)), default);

    /// <summary>A notice to an evaluator, kept with its application.</summary>
    private async Task<QueuedNotice> KeptAsync(string person)
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.InReview());
        await _app.ChangeAsync(new ReassignTask(TaskId.Create(id, 1), new(person, "They are free.")), caller: Callers.Registrar);
        var kept = Assert.Single(await _app.Applications.NoticesSinceAsync(id, 0, default));
        return QueuedNotice.Of(kept, traceParent: null);
    }

    private async Task TellAsync(string person) => await TellAsync(await KeptAsync(person));

    private Task TellAsync(QueuedNotice notice) =>
        new SendNotification(
            _app.Get<Letters>(),
            _app.Get<Recipients>(),
            _app.Get<Digests>(),
            _app.Applications,
            _post,
            _app.Clock,
            NullLogger<SendNotification>.Instance
        ).RunAsync(notice, default);

    private Task SendDigestsAsync() =>
        new SendDigests(
            _app.Get<Digests>(),
            _app.Get<Letters>(),
            _app.Applications,
            _post,
            Options.Create(new NotificationOptions()),
            _app.Clock,
            NullLogger<SendDigests>.Instance
        ).RunAsync(null!, default);
}
