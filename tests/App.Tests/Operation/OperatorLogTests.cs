using System.Net;
using System.Reflection;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Tests.Operation;

/// <summary>Operators' actions are logged with the audit, and are refused when they can't be logged.</summary>
public sealed class OperatorLogTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 8, 7, TimeSpan.Zero);

    /// <summary>The request that logs an action before it is executed.</summary>
    private static readonly RequestName Asked = new(StorageService.Blob, "PUT", "audit/operators/*-*-*/*-*-asked.json");

    private readonly Lines _log = new();
    private string _account = "";
    private BlobContainerClient _audit = null!;

    public async Task InitializeAsync()
    {
        _account = await SharedStorage.AccountOfItsOwnAsync();
        _audit = new BlobContainerClient(_account, StorageNames.AuditContainer);
        await _audit.CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_act_is_kept_with_who_what_on_what_and_why_before_it_is_done()
    {
        IReadOnlyList<string> before = [];

        var result = await Log().DoAsync("redrive", "notifications", "The mail server\nis back.", ActAsync, default);

        Assert.Equal(12, result);
        var asked = Assert.Single(before);
        Assert.Matches("^operators/2026-11-30/090807-[0-9a-f-]{36}-asked\\.json$", asked);
        var kept = await ReadAsync<OperatorAct>(asked);
        Assert.Equal(new OperatorAct(kept.Id, Now, "operator-1", "redrive", "notifications", "The mail server is back."), kept);
        Assert.Equal("Operator operator-1: redrive of notifications, because: The mail server is back.", Assert.Single(_log.Written));

        async Task<int> ActAsync()
        {
            before = await _audit.ActsOfOperatorsAsync();
            return 12;
        }
    }

    [Fact]
    public async Task How_it_ended_is_kept_beside_it()
    {
        await Log().DoAsync("redrive", "notifications", "Why.", () => Task.FromResult(1), default);

        string[] files = [.. await _audit.ActsOfOperatorsAsync()];
        var asked = await ReadAsync<OperatorAct>(files[0]);
        Assert.Equal(files[0].Replace("-asked.", "-ended.", StringComparison.Ordinal), files[1]);
        Assert.Equal(new OperatorActEnd(asked, Now, Done: true, Failure: null), await ReadAsync<OperatorActEnd>(files[1]));
    }

    [Fact]
    public async Task One_that_failed_says_by_what_and_never_in_words_that_may_hold_anything()
    {
        await Assert.ThrowsAsync<ProblemException>(() => FailsAsync(new ProblemException(Problem.NotFound)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => FailsAsync(new InvalidOperationException("somebody@example.org")));

        string[] ends = [.. (await _audit.ActsOfOperatorsAsync()).Where(file => file.EndsWith("-ended.json", StringComparison.Ordinal))];
        var kept = await Task.WhenAll(ends.Select(ReadAsync<OperatorActEnd>));
        Assert.All(kept, end => Assert.False(end.Done));
        Assert.Equal(
            ["System.InvalidOperationException", "urn:microcred:problem:not-found"],
            kept.Select(end => end.Failure).Order(StringComparer.Ordinal)
        );

        Task<int> FailsAsync(Exception exception) =>
            Log().DoAsync("discard", "notifications", "Why.", () => Task.FromException<int>(exception), default);
    }

    [Fact]
    public async Task What_can_t_be_kept_isn_t_done()
    {
        var done = false;
        await _audit.DeleteAsync();

        await Assert.ThrowsAsync<RequestFailedException>(() =>
            Log().DoAsync("repair", "everything", "Why.", () => Task.FromResult(done = true), default)
        );

        Assert.False(done);
        Assert.Empty(_log.Written);
    }

    [Fact]
    public async Task What_is_done_is_answered_even_where_its_end_can_t_be_kept()
    {
        var result = await Log().DoAsync("repair", "everything", "Why.", ActAsync, default);

        Assert.Equal(12, result);
        Assert.Equal("How an operator's repair of everything ended couldn't be kept: done", _log.Written[^1]);

        async Task<int> ActAsync()
        {
            await _audit.DeleteAsync();
            return 12;
        }
    }

    [Fact]
    public async Task Where_the_answer_to_the_first_try_is_lost_the_second_finds_the_file_there()
    {
        LostAnswers lost = new();
        BlobClientOptions options = new() { Retry = { Delay = TimeSpan.Zero } };
        options.AddPolicy(lost, HttpPipelinePosition.PerRetry);
        OperatorActs acts = new(new BlobServiceClient(_account, options));
        lost.LoseNext();

        await Log(acts).DoAsync("repair", "everything", "Why.", () => Task.FromResult(1), default);

        Assert.Equal(1, lost.Count);
        Assert.Equal(2, (await _audit.ActsOfOperatorsAsync()).Count);
    }

    [Fact]
    public async Task Without_a_reason_or_with_one_that_cannot_be_kept_it_is_not_done()
    {
        var done = false;
        foreach (var reason in (string?[])["", "  ", null, new string('a', 1001), "\u200B", "\u202Eback"])
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() =>
                Log().DoAsync("redrive", "notifications", reason, () => Task.FromResult(done = true), default)
            );
            Assert.Equal(RefusalKind.Invalid, refused.Refusal.Kind);
        }

        Assert.False(done);
        Assert.Empty(_log.Written);
        Assert.Empty(await _audit.ActsOfOperatorsAsync());
    }

    /// <summary>New functions for operators are covered automatically.</summary>
    [Fact]
    public void Every_function_by_which_an_operator_does_something_keeps_it()
    {
        Type[] acts =
        [
            .. typeof(OperatorLog)
                .Assembly.GetTypes()
                .Where(type =>
                    type.GetMethod("RunAsync") is { } run
                    && run.GetCustomAttribute<AllowAttribute>() is { Roles: var roles }
                    && roles.Contains(Role.Operator)
                    && !run.GetParameters()
                        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                        .OfType<HttpTriggerAttribute>()
                        .Single()
                        .Methods!.Contains("get")
                ),
        ];
        Assert.InRange(acts.Length, 5, int.MaxValue);
        Assert.All(acts, type =>
            Assert.Contains(type.GetConstructors().Single().GetParameters(), parameter => parameter.ParameterType == typeof(OperatorLog))
        );
    }

    [Fact]
    public async Task An_operator_is_answered_503_and_nothing_is_done_where_the_act_can_t_be_kept()
    {
        var account = await SharedStorage.AccountOfItsOwnAsync();
        await using var proxy = await StorageProxy.StartAsync(account);
        await using var app = await RunningApp.StartOnAsync(proxy.ConnectionString, account);
        proxy.Set(new Cut(Asked, 1, CutKind.Before) { OfRetriesToo = true });
        BlobContainerClient audit = new(account, StorageNames.AuditContainer);

        (var refused, _) = await app.AskAsync(HttpMethod.Post, "repair", new { reason = "After a restore." });
        var then = await audit.ActsOfOperatorsAsync();
        await app.ToldAsync(HttpMethod.Post, "repair", new { reason = "After a restore." });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Empty(then);
        Assert.Equal(2, (await audit.ActsOfOperatorsAsync()).Count);
    }

    private OperatorLog Log(OperatorActs? acts = null)
    {
        CurrentUser user = new();
        user.SignIn(
            new Caller(new Actor("operator-1", "An operator", ActorKind.Provider), new HashSet<Role> { Role.Operator }, Provider: null)
        );
        return new OperatorLog(user, acts ?? new OperatorActs(new BlobServiceClient(_account)), new FixedClock(Now), _log);
    }

    private async Task<T> ReadAsync<T>(string file) =>
        (await _audit.GetBlobClient(file).DownloadContentAsync()).Value.Content.ToObjectFromJson<T>(AppJson.Stored)!;

    private sealed class Lines : ILogger<OperatorLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
