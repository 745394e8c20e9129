using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
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
    private SimulatedApp(VirtualEngine simulation) => Simulation = simulation;

    /// <summary>The provider of the tests' applications, as the caller of commands.</summary>
    public static Caller Mito { get; } = new(People.Provider, new HashSet<Role> { Role.Provider }, Providers.Mito);

    /// <summary>A registrar, as the caller of commands.</summary>
    public static Caller Registrar { get; } = Somebody(People.Registrar.Id, ActorKind.Registrar, Role.Registrar);

    public VirtualEngine Simulation { get; }

    public VirtualClock Clock => Simulation.Clock;

    public ApplicationStore Applications => Get<ApplicationStore>();

    /// <summary>The default setup of the app's simulations: all its functions, from Monday 2 March 2026, 10:00 in Auckland.</summary>
    public static Setup Setup { get; } = new(typeof(ApprovalOrchestrator).Assembly.GetTypes()) { Start = Moments.Monday };

    /// <summary>Starts the app on empty storage.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="setup">The setup; without faults unless it says so.</param>
    /// <param name="policy">A policy for all the app's storage requests; null for none.</param>
    public static async Task<SimulatedApp> StartAsync(SharedStorage storage, Setup? setup = null, HttpPipelinePolicy? policy = null)
    {
        await storage.EmptyAsync();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", storage.ConnectionString), new("Storage:CreateOnStart", "true")])
            .Build();
        var services = new ServiceCollection().ConfigureOrchestrations();
        if (policy is not null)
        {
            services.AddSingleton(policy);
        }

        var app = new SimulatedApp(await VirtualEngine.StartAsync(services.AddMicroCred(settings), setup ?? Setup));
        await ActivatorUtilities.CreateInstance<StoragePreparation>(app.Simulation.Services).StartAsync(CancellationToken.None);
        return app;
    }

    public T Get<T>()
        where T : notnull => Simulation.Services.GetRequiredService<T>();

    /// <summary>Submits an application with its documents. The name determines its id, so that it is the same in every run.</summary>
    public async Task<ApplicationId> SubmitAsync(AnApplication application, string name = "application")
    {
        var documents = new List<UploadedDocument>();
        foreach (var kind in application.Documents)
        {
            documents.Add(await UploadAsync(kind, $"{name}-{kind}"));
        }

        var result = await Get<CommandRunner>()
            .BeginAsync(
                new SubmitPackage(application.Content, documents),
                Mito with
                {
                    Provider = application.Provider,
                },
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
    public async Task<AuditBreak?> BreakAsync(ApplicationId id) => (await Applications.FindWholeAsync(id, CancellationToken.None))!.Break;

    public Task<IReadOnlyList<AuditEvent>> EventsAsync(ApplicationId id) => Applications.EventsAsync(id, CancellationToken.None);

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

    private async Task<UploadedDocument> UploadAsync(DocumentKind kind, string name)
    {
        await Get<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.IncomingContainer)
            .UploadBlobAsync(name, BinaryData.FromString(name));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return new UploadedDocument(kind, $"{kind}.pdf", "application/pdf", name.Length, sha256, [], name);
    }
}
