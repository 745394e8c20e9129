using MicroCred.Emulator.Storage;
using MicroCred.Emulator.Tests.World;

namespace MicroCred.Emulator.Tests.Processes;

/// <summary>A whole process with an Azurite of its own, ended in every way.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly string _account = AppProcess.FreeAccount();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_once_what_is_in_flight_is_answered(string signal)
    {
        using var app = await AppProcess.ServeAsync(_data.Path, _account);
        using var slow = await app.Http.GetAsync("/api/slow", HttpCompletionOption.ResponseHeadersRead);

        await app.SignalAsync(signal);

        Assert.Equal("finished", await slow.Content.ReadAsStringAsync());
        await app.EndAsync();
        Assert.Equal(0, app.ExitCode);
        Assert.False(await AzuriteAnswersAsync());
        Assert.DoesNotContain("ERROR", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_it_takes_Azurite_along_and_the_next_goes_on_where_it_was()
    {
        using (var app = await AppProcess.ServeAsync(_data.Path, _account))
        {
            (await app.Http.PostAsync("/api/waiting/one", null)).EnsureSuccessStatusCode();
            await app.SignalAsync("KILL");
            await app.EndAsync();
        }

        using (var next = await AppProcess.ServeAsync(_data.Path, _account))
        {
            var told = await next.Http.PutAsync("/api/waiting/one", null);
            Assert.Equal("kia ora Ani of one", await told.Content.ReadAsStringAsync());
            await next.SignalAsync("KILL");
            await next.EndAsync();
        }

        while (await AzuriteAnswersAsync())
            await Task.Delay(20);
    }

    [Fact]
    public async Task A_second_on_the_same_data_is_told_who_has_it()
    {
        using var first = await AppProcess.ServeAsync(_data.Path, _account);

        using var second = AppProcess.Start(_data.Path, _account);
        await second.EndAsync();

        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains($"{_data.Path} is in use by process {first.Id}, http://127.0.0.1:0.", second.Output, StringComparison.Ordinal);
        Assert.Equal("hello", await first.Http.GetStringAsync("/api/hello"));
    }

    [Fact]
    public async Task An_Azurite_that_is_there_already_is_used_and_left_alone()
    {
        await using var azurite = await Azurite.StartAsync();
        using (var app = await AppProcess.ServeAsync(_data.Path, azurite.ConnectionString))
        {
            (await app.Http.PostAsync("/api/waiting/one", null)).EnsureSuccessStatusCode();
            await app.SignalAsync("TERM");
            await app.EndAsync();
        }

        Assert.Equal(3, await LocalAccount.Of(azurite.ConnectionString)!.ListeningAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        using var first = await AppProcess.ServeAsync(_data.Path, _account);
        using var elsewhere = new TemporaryFolder();

        using var second = AppProcess.Start(elsewhere.Path, AppProcess.FreeAccount(), $"--Emulator:Url={first.Http.BaseAddress}");
        await second.EndAsync();

        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains($"{first.Http.BaseAddress} is taken", second.Output, StringComparison.Ordinal);
    }

    private async Task<bool> AzuriteAnswersAsync() => await LocalAccount.Of(_account)!.ListeningAsync(CancellationToken.None) > 0;
}
