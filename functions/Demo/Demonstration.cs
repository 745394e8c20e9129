using MicroCred.Demo.Cases;
using MicroCred.Demo.Http;
using MicroCred.Demo.Playing;
using MicroCred.Demo.Screen;
using MicroCred.Demo.Server;
using Spectre.Console;

namespace MicroCred.Demo;

/// <summary>Finds or starts the app, plays every case, reports the outcomes, and keeps an app that it started running.</summary>
internal sealed class Demonstration(Options options, IAnsiConsole console)
{
    public const int Success = 0;
    public const int Failure = 1;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(1);

    private readonly string _log = Path.Combine(".local", "demo", "app.log");

    /// <returns>0 when every case ended as its script expects.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = options.Url };
        await using var server = await FindOrStartAsync(http, cancellationToken);

        if (options.Register)
        {
            var imported = await RegisterPart.ImportAsync(new Api(http).As("registrar"), cancellationToken);
            Say($"{imported} entries of the made-up register were added.");
        }

        var cases = SampleCases.All.Select(sample => new CaseState(sample)).ToList();
        var player = new CasePlayer(new Api(http), new Patience(StepLimit));
        await ChooseScreen().ShowAsync(cases, changed => Performance.PlayAsync(player, cases, changed, cancellationToken));
        OutcomeReport.Write(console, cases, options.Url);

        if (server is not null && !options.Once)
        {
            await ServeAsync(server, cancellationToken);
        }

        return cases.All(state => state.Outcome!.AsExpected) ? Success : Failure;
    }

    private async Task<HostProcess?> FindOrStartAsync(HttpClient http, CancellationToken cancellationToken)
    {
        switch (await Health.AskAsync(http, cancellationToken))
        {
            case HealthAnswer.Healthy:
                Say($"Playing against the app that answers at {options.Url}");
                return null;
            case HealthAnswer.SomethingElse:
                throw new ServerFault(
                    $"Something answers at {options.Url}, but not a healthy app: see {new Uri(options.Url, "api/health")}."
                );
            default:
                return await StartAsync(http, cancellationToken);
        }
    }

    private async Task<HostProcess> StartAsync(HttpClient http, CancellationToken cancellationToken)
    {
        if (!options.Url.IsLoopback)
        {
            throw new ServerFault($"Nothing answers at {options.Url}.");
        }

        Say($"Starting the app at {options.Url}; its log is {Path.GetFullPath(_log)}");
        var server = HostProcess.Start(options.Url, new Dictionary<string, string>(), _log);
        try
        {
            await server.UntilItAnswersAsync(http, StartLimit, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task ServeAsync(HostProcess server, CancellationToken cancellationToken)
    {
        Say($"\nThe app goes on serving at {options.Url} until Ctrl-C.");
        try
        {
            await server.UntilItEndsAsync(cancellationToken);
            Say("The app has ended by itself.");
        }
        catch (OperationCanceledException)
        {
            Say("Stopping the app.");
        }
    }

    private IScreen ChooseScreen() =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi ? new LiveScreen(console) : new PlainScreen(console);

    private void Say(string line) => console.Profile.Out.Writer.WriteLine(line);
}
