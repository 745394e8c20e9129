using System.Text.Json;
using Azure;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pipeline;

/// <summary>The kind of a failure tells whether it is permanent; a permanent one is reported at once.</summary>
public sealed class LastingFailureTests
{
    private static readonly ApplicationId Id = ApplicationId.New(Guid.NewGuid());

    public static TheoryData<Exception, string> Lasting { get; } =
        new()
        {
            { new ActivityRefusedException("It isn't submitted."), "Refused" },
            { new JsonException(), "Unreadable" },
            { new InvalidDataException(), "Unreadable" },
            { new FormatException(), "Unreadable" },
            { new ArgumentOutOfRangeException("day"), "Fault" },
            { new InvalidOperationException(), "Fault" },
            { new RequestFailedException(400, "Not well formed."), "StorageRefused" },
            { new RequestFailedException(404, "No such row."), "StorageRefused" },
            { new RequestFailedException(413, "Too large."), "StorageRefused" },
            { new AggregateException(new JsonException()), "Unreadable" },
            { new AggregateException(new AggregateException(new JsonException())), "Unreadable" },
        };

    public static TheoryData<Exception> Passing { get; } =
    [
        new TimeoutException(),
        new TaskCanceledException(),
        new IOException(),
        new HttpRequestException(),
        new System.Net.Sockets.SocketException(),
        new ObjectDisposedException("a client"),
        new ConcurrentChangeException($"{Id}", new InvalidOperationException()),
        new RequestFailedException(0, "No connection."),
        new RequestFailedException(401, "No token."),
        new RequestFailedException(403, "No right."),
        new RequestFailedException(408, "Too slow."),
        new RequestFailedException(409, "Being created."),
        new RequestFailedException(412, "Moved."),
        new RequestFailedException(404, "No such container.", "ContainerNotFound", innerException: null),
        new RequestFailedException(404, "No such table.", "TableNotFound", innerException: null),
        new RequestFailedException(429, "Too many."),
        new RequestFailedException(500, "Broken."),
        new RequestFailedException(503, "Busy."),
        new AggregateException(new JsonException(), new TimeoutException()),
        new AggregateException(),
    ];

    [Theory]
    [MemberData(nameof(Lasting))]
    public void What_would_fail_the_same_way_again_lasts(Exception exception, string kind) =>
        Assert.Equal(kind, $"{LastingFailure.KindOf(exception)}");

    [Theory]
    [MemberData(nameof(Passing))]
    public void What_may_go_well_the_next_time_passes(Exception exception) => Assert.Null(LastingFailure.KindOf(exception));

    [Fact]
    public async Task One_is_counted_and_leaves_the_activity_with_its_kind()
    {
        using var app = await AppInProcess.StartAsync();
        using var measured = app.Measure();
        var runner = app.Get<ActivityRunner>();
        var id = await app.KeepAsync(AnApplication.WithoutFault.Submitted());

        var missing = await Assert.ThrowsAsync<LastingFailureException>(() =>
            runner.RunAsync(new(Id, 1), (_, _) => Task.FromResult<Transition?>(null), default)
        );
        var fault = await Assert.ThrowsAsync<LastingFailureException>(() =>
            runner.RunAsync(new(id, 1), (_, _) => throw new ArgumentException("A fault."), default)
        );
        await Assert.ThrowsAsync<TimeoutException>(() => runner.RunAsync(new(id, 1), (_, _) => throw new TimeoutException(), default));

        Assert.Equal((LastingFailureKind.Refused, LastingFailureKind.Fault), (missing.Kind, fault.Kind));
        Assert.Equal([1, 1], measured.Of("microcred.failures.lasting", "stage=none"));
    }

    [Theory]
    [InlineData(
        "Microsoft.DurableTask.TaskFailedException: Task 'Publish' (#3) failed with an unhandled exception: "
            + "One or more errors occurred. (Lasting failure (Fault) of application 1: ArgumentException: No.)",
        "Fault"
    )]
    [InlineData("Microsoft.DurableTask.TaskFailedException: Task 'Publish' (#3) failed with an unhandled exception: Storage is away.", "")]
    [InlineData("Lasting failure (NoSuchKind) of application 1", "")]
    [InlineData(null, "")]
    public void A_failed_orchestration_tells_the_kind(string? output, string kind) =>
        Assert.Equal(kind, $"{LastingFailureException.KindIn(output)}");

    [Fact]
    public void What_is_told_of_one_can_be_read_again() =>
        Assert.All(Enum.GetValues<LastingFailureKind>(), kind =>
            Assert.Equal(kind, LastingFailureException.KindIn(new LastingFailureException(Id, kind, new JsonException()).Message))
        );
}
