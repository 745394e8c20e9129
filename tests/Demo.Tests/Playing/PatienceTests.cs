using MicroCred.Demo.Playing;

namespace MicroCred.Demo.Tests.Playing;

public sealed class PatienceTests
{
    [Fact]
    public async Task It_asks_until_there_is_an_answer()
    {
        var asked = 0;

        var answer = await new Patience(TimeSpan.FromMinutes(1)).UntilAsync(
            () => Task.FromResult(++asked == 3 ? "here" : null),
            () => Task.FromResult(""),
            CancellationToken.None
        );

        Assert.Equal("here", answer);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task It_gives_up_with_an_explanation()
    {
        var fault = await Assert.ThrowsAsync<TimeoutException>(() =>
            new Patience(TimeSpan.Zero).UntilAsync(
                () => Task.FromResult<string?>(null),
                () => Task.FromResult("it waits for evaluator-1"),
                CancellationToken.None
            )
        );

        Assert.Equal("waited 0 s: it waits for evaluator-1", fault.Message);
    }
}
