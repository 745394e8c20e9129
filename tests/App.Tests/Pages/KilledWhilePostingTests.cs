using System.Net;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Pages;

/// <summary>The app's process is killed under a form that is being sent. The keys of tokens and of repeats outlive it.</summary>
public sealed class KilledWhilePostingTests(KilledWhilePostingTests.World world) : IClassFixture<KilledWhilePostingTests.World>
{
    private const string Typed = "Learners keep a workshop safe, said in many words.";

    private readonly RunningApp _app = world.App;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_form_sent_again_to_the_next_process_counts_once_with_all_that_was_typed(bool wasSaved)
    {
        var id = await _app.DraftAsync(AnApplication.WithoutFault.OfItsOwnTitle());
        var page = await _app.PageAsync("mito", $"/applications/{id}/edit/purpose");
        var before = (await _app.Applications.EventsAsync(id, default)).Count;

        if (wasSaved)
        {
            await _app.SendAsync("mito", page, "form", ("microCredential.purpose", Typed));
            await _app.KillWorkerAsync();
        }
        else
        {
            await BreaksOffAsync(page);
            Assert.Equal(before, (await _app.Applications.EventsAsync(id, default)).Count);
        }

        // While the next process starts, the answer may still be an empty 500, as on the real host, and people send it once more.
        (HttpStatusCode Status, string Page, string? Next) answer = default;
        await Patience.UntilAsync(
            async () =>
            {
                answer = await _app.SendAsync("mito", page, "form", ("microCredential.purpose", Typed));
                return answer.Status != HttpStatusCode.InternalServerError;
            },
            () => "No process comes to answer."
        );

        Assert.Equal((HttpStatusCode.SeeOther, $"/applications/{id}/edit/standards?done=saved"), (answer.Status, answer.Next));
        Assert.Equal(before + 1, (await _app.Applications.EventsAsync(id, default)).Count);
        Assert.Equal(Typed, (await _app.Applications.FindAsync(id, default))!.Application.Content.MicroCredential!.Purpose);
    }

    /// <summary>Sends half of the form; then its process is killed.</summary>
    private async Task BreaksOffAsync(string page)
    {
        using var request = PageForms.Filled(page, "form", ("microCredential.purpose", Typed));
        using HalfSent half = new(request.Content!);
        request.Content = half;
        using var http = _app.As("mito");
        using CancellationTokenSource gone = new();
        var sending = http.SendAsync(request, gone.Token);
        await half.IsUnderWay;
        await _app.KillWorkerAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
    }

    /// <summary>A body of which the second half never comes.</summary>
    private sealed class HalfSent : HttpContent
    {
        private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HttpContent _whole;

        public HalfSent(HttpContent whole)
        {
            _whole = whole;
            Headers.ContentType = whole.Headers.ContentType;
        }

        public Task IsUnderWay => _underWay.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var whole = await _whole.ReadAsByteArrayAsync(cancellationToken);
            await stream.WriteAsync(whole.AsMemory(0, whole.Length / 2), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _underWay.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _whole.Headers.ContentLength!.Value;
            return true;
        }
    }

    /// <summary>An app that may be killed.</summary>
    public sealed class World : AppFixture;
}
