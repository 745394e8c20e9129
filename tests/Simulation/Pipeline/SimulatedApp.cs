using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using MicroCred.App;
using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Pipeline;

/// <summary>
/// The app in virtual time: its own services, commands, activities and orchestrators, unchanged, over Azurite. There is no HTTP, and queued
/// messages stay in the queue.
/// </summary>
internal sealed class SimulatedApp : IAsyncDisposable
{
    private SimulatedApp(VirtualEngine simulation, IContents contents)
    {
        Simulation = simulation;
        Contents = contents;
    }

    /// <summary>The provider of the tests' applications, as the caller of commands.</summary>
    public static Caller Mito { get; } = new(People.Provider, new HashSet<Role> { Role.Provider }, Providers.Mito);

    /// <summary>A registrar, as the caller of commands.</summary>
    public static Caller Registrar { get; } = Somebody(People.Registrar.Id, ActorKind.Registrar, Role.Registrar);

    public VirtualEngine Simulation { get; }

    public VirtualClock Clock => Simulation.Clock;

    /// <summary>What its storage holds.</summary>
    public IContents Contents { get; }

    public IApplications Applications => Get<IApplications>();

    /// <summary>The default setup of the app's simulations: all its functions, from Monday 2 March 2026, 10:00 in Auckland.</summary>
    public static Setup Setup { get; } = new(typeof(ApprovalOrchestrator).Assembly.GetTypes()) { Start = Moments.Monday };

    /// <summary>Starts the app on empty storage.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="setup">The setup; without faults unless it says so.</param>
    /// <param name="policy">A policy for all the app's storage requests; null for none.</param>
    public static Task<SimulatedApp> StartAsync(SharedStorage storage, Setup? setup = null, HttpPipelinePolicy? policy = null) =>
        StartAsync(new AzuriteStorage(storage), setup ?? Setup, services =>
        {
            if (policy is not null)
            {
                services.AddSingleton(policy);
            }
        });

    /// <summary>Starts the app on empty storage.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="setup">The setup.</param>
    /// <param name="change">Changes the app's services.</param>
    /// <param name="settings">Further settings as <c>name=value</c>.</param>
    public static async Task<SimulatedApp> StartAsync(
        SimulatedStorage storage,
        Setup setup,
        Action<IServiceCollection> change,
        params IReadOnlyList<KeyValuePair<string, string?>> settings
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("AzureWebJobsStorage", storage.ConnectionString),
                new("Storage:CreateOnStart", "true"),
                .. settings,
            ])
            .Build();
        var services = new ServiceCollection().ConfigureOrchestrations().AddMicroCred(configuration);
        storage.AddTo(services);
        change(services);
        var engine = await VirtualEngine.StartAsync(services, setup);
        await storage.PrepareAsync(engine.Services);
        return new SimulatedApp(engine, storage.ContentsOf(engine.Services));
    }

    public T Get<T>()
        where T : notnull => Simulation.Services.GetRequiredService<T>();

    /// <summary>Submits an application with its documents. The name determines its id, so that it is the same in every run.</summary>
    public Task<ApplicationId> SubmitAsync(AnApplication application, string name = "application") =>
        SubmitAsync(application, Mito with { Provider = application.Provider }, name);

    /// <inheritdoc cref="SubmitAsync(AnApplication, string)"/>
    public async Task<ApplicationId> SubmitAsync(AnApplication application, Caller caller, string name)
    {
        var documents = new List<UploadedDocument>();
        foreach (var kind in application.Documents)
        {
            documents.Add(await UploadAsync(kind, $"{name}-{kind}"));
        }

        var result = await Get<CommandRunner>()
            .BeginAsync(
                new SubmitPackage(application.Content, documents),
                caller,
                new CommandOptions { Idempotency = new(name, application => JsonSerializer.SerializeToElement($"{application.Id}")) },
                Simulation.Client,
                CancellationToken.None
            );
        return Done(result).Id;
    }

    /// <summary>Runs a command for a caller.</summary>
    public async Task<Application> DoAsync<TCommand>(TCommand command, Caller caller)
        where TCommand : IApplicationCommand =>
        Done(await Get<CommandRunner>().ChangeAsync(command, caller, CommandOptions.None, Simulation.Client, CancellationToken.None));

    /// <summary>The assignee finds every criterion met and decides.</summary>
    public async Task Decide(EvaluationTask task, TaskOutcome outcome)
    {
        foreach (var criterion in task.Kind is TaskKind.Resolution or TaskKind.Reconsideration ? [] : EvaluationCriteria.All)
        {
            await DoAsync(new RecordFinding(task.Id, criterion.Number, new(CriterionResult.Met, "Read and considered.")), Assignee(task));
        }

        await DoAsync(new Decide(task.Id, new(outcome, "As the findings say.")), Assignee(task));
    }

    /// <summary>The assignee requests information from the provider.</summary>
    public Task AskAsync(EvaluationTask task) => DoAsync(new RequestInformation(task.Id, new("How is it moderated?", [6])), Assignee(task));

    /// <summary>A task's assignee, as the caller of commands.</summary>
    public static Caller Assignee(EvaluationTask task) =>
        task.Kind switch
        {
            TaskKind.FundingReferral => Somebody(task.Assignee!, ActorKind.FundingAdviser, Role.FundingAdviser),
            TaskKind.Resolution or TaskKind.Reconsideration or TaskKind.ConditionFollowUp => Somebody(
                task.Assignee!,
                ActorKind.Registrar,
                Role.Registrar
            ),
            _ => Somebody(task.Assignee!, ActorKind.Evaluator, Role.Evaluator),
        };

    private static Caller Somebody(string id, ActorKind kind, Role role) =>
        new(new Actor(id, id, kind), new HashSet<Role> { role }, Provider: null);

    public async Task<Application> ReadAsync(ApplicationId id) => (await Applications.FindAsync(id, CancellationToken.None))!.Application;

    /// <summary>The break in an application's audit chain; null where it is intact.</summary>
    public async Task<AuditBreak?> BreakAsync(ApplicationId id) => (await Contents.WholeAsync(id))!.Break;

    public async Task<IReadOnlyList<AuditEvent>> EventsAsync(ApplicationId id) =>
        [.. (await Contents.WholeAsync(id))!.Events.Select(kept => kept.Event)];

    /// <summary>The application after all work due now is done, which should have given it this status.</summary>
    public async Task<Application> NowAsync(ApplicationId id, ApplicationStatus status)
    {
        await Simulation.SettleAsync();
        var application = await ReadAsync(id);
        Assert.Equal(status, application.Status);
        return application;
    }

    /// <summary>Lets time pass until an application meets a condition.</summary>
    public async Task<Application> LetTimePassUntilAsync(ApplicationId id, Func<Application, bool> reached)
    {
        Application? now = null;
        await Simulation.UntilAsync(
            async () => reached(now = await ReadAsync(id)),
            () => $"Application {id} is still {now?.Status}, at revision {now?.Revision}."
        );
        return now!;
    }

    public ValueTask DisposeAsync() => Simulation.DisposeAsync();

    private static Application Done(CommandResult result) => Assert.IsType<CommandResult.Done>(result).Application;

    /// <summary>Uploads a document, whose name is its content.</summary>
    public async Task<UploadedDocument> UploadAsync(DocumentKind kind, string name)
    {
        await Contents.UploadAsync(name, name);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return new UploadedDocument(kind, $"{kind}.pdf", "application/pdf", name.Length, sha256, [], name);
    }
}
