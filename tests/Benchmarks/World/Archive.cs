using System.Diagnostics;
using MicroCred.App.Publication;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Stores;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Benchmarks.World;

/// <summary>
/// Published applications, written straight to storage as the app would have left them: state and audit events, lists, register entries and
/// ended orchestrations. Without the entries' files, letters and documents, which nothing searches.
/// </summary>
internal sealed class Archive(Account account) : IDisposable
{
    private readonly Wordsmith _words = new(seed: 6);
    private readonly RegisterIndex _index = new(account.Tables, TimeProvider.System);
    private readonly TableInstanceStore _instances = new(account.Tables, "MicroCred");
    private Register? _register;
    private int _written;

    private Register Register => _register ??= new Register(account.Tables, _index, new ConfigurationBuilder().Build());

    /// <summary>Adds so many, or as many as there is time for; how many these are.</summary>
    public async Task<int> Add(int count, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        int added = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancel) =>
        {
            if (Stopwatch.GetElapsedTime(start) < time)
            {
                await Add(cancel);
                Interlocked.Increment(ref added);
            }
        });
        return added;
    }

    public void Dispose()
    {
        _register?.Dispose();
        _index.Dispose();
    }

    private async Task Add(CancellationToken cancel)
    {
        Change approved;
        lock (_words)
        {
            approved = Approve(Draft.Write(_words, _written++).Change);
        }

        RegisterEntry entry = await Register.List(approved.Application, cancel);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Change published = approved.Then(application => application.Publish(new Registration(entry.Number, entry.Code, now), now));
        await account.Cases.Save(null, published, [], null, cancel);
        await account.Worklists.Show(null, published.Application, cancel);
        await _instances.WriteAsync(new InstanceWrite(null, Ended(published.Application), null), cancel);
    }

    private static Change Approve(Change draft)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        EvaluationSettings settings = new();
        Actor provider = new("provider", draft.Application.Provider.Name, ActorKind.Provider);
        Actor evaluator = new($"evaluator-{(Math.Abs(draft.Application.Id.GetHashCode()) % 3) + 1}", "Evaluator", ActorKind.Evaluator);
        Change assigned = draft
            .Then(application => application.Submit(RuleEditions.Default, provider, now))
            .Then(application => application.RecordValidation([], settings, now))
            .Then(application => application.Assign(evaluator.Id, settings, now));
        TaskId task = assigned.Application.Tasks[^1].Id;
        return Enumerable.Range(1, 7)
            .Aggregate(assigned, (change, criterion) => change.Then(application =>
                application.RecordFinding(task, criterion, CriterionResult.Met, "Read and considered.", evaluator, now)))
            .Then(application => application.Decide(task, DecisionOutcome.Approve, "As the findings say.", [], evaluator, now))
            .Then(application => application.AssessFunding(
                FundingRules.Assess(application, application.Decision, new FundingSettings()), "funding-adviser", new FundingSettings(), now));
    }

    private static InstanceState Ended(Application application) => new()
    {
        InstanceId = application.Id.ToString(),
        ExecutionId = Guid.NewGuid().ToString("N"),
        Name = "ApprovalOrchestrator",
        Status = OrchestrationRuntimeStatus.Completed,
        CreatedAt = application.CreatedAt,
        UpdatedAt = DateTimeOffset.UtcNow,
        TurnId = Guid.NewGuid().ToString("N"),
        Output = "\"Published\"",
    };
}
