using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Worker;

public static class CancellationTests
{
    [Fact]
    public static async Task A_client_that_leaves_cancels_the_function_s_tokens()
    {
        await using var app = await TestApp.StartAsync([typeof(Functions)]);
        using var leave = new CancellationTokenSource();

        var request = app.Http.GetAsync("/api/waits", leave.Token);
        await Functions.Begun.Task;
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Functions.Told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    internal static class Functions
    {
        public static TaskCompletionSource Begun { get; } = new();

        public static TaskCompletionSource Told { get; } = new();

        [Function("Waits")]
        public static async Task Waits(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
        {
            Begun.SetResult();
            await Task.WhenAll(
                Cancelled(cancellationToken), Cancelled(context.CancellationToken), Cancelled(request.HttpContext.RequestAborted));
            Told.SetResult();
        }

        private static Task Cancelled(CancellationToken token)
        {
            var cancelled = new TaskCompletionSource();
            token.Register(cancelled.SetResult);
            return cancelled.Task;
        }
    }
}
