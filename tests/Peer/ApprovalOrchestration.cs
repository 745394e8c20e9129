using MicroCred.Approval;
using MicroCred.Peer.Activities;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.Peer;

/// <summary>
/// The approval of an application as the public approval samples would write it: one orchestration, an activity for each step that writes,
/// the application passed from one to the next. What the samples lack (sign-in, conditional writes, withdrawal, information requests,
/// referral, reconsideration) is left out here too.
/// </summary>
internal static class ApprovalOrchestration
{
    /// <summary>The event that carries the evaluator's decision.</summary>
    public const string Decided = "Decided";

    // As in markheath/durable-functions-ecommerce-sample, DurableECommerceWorkflowIsolated/Functions/OrchestratorFunctions.cs, but sooner.
    private static readonly TaskOptions ThreeTries = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(5)));

    [Function(nameof(ApprovalOrchestration))]
    public static async Task<ApplicationStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // markheath/durable-functions-ecommerce-sample, DurableECommerceWorkflowIsolated/Functions/OrchestratorFunctions.cs: save first.
        var application = await context.CallActivityAsync<Application>(
            nameof(SaveApplication),
            context.GetInput<Application>()!,
            ThreeTries
        );

        // Azure-Samples/Durable-Task-Scheduler, samples/durable-functions/dotnet/Saga/Orchestrators/OrderProcessingOrchestrator.cs: each
        // step's result is passed to the next; a step that refuses ends the process.
        application = await context.CallActivityAsync<Application>(nameof(ValidateApplication), application, ThreeTries);
        if (application.Status == ApplicationStatus.Returned)
        {
            await context.CallActivityAsync(
                nameof(QueueLetter),
                Told(application, $"{application.Provider.Number}", "Returned"),
                ThreeTries
            );
            return application.Status;
        }

        // microsoft/durabletask-dotnet, samples/AzureFunctionsApp/ApprovalOrchestrator.cs: tell the approver, then wait for the event.
        application = await context.CallActivityAsync<Application>(nameof(AssignEvaluator), application, ThreeTries);
        var task = application.Tasks[^1];
        await context.CallActivityAsync(nameof(QueueLetter), Told(application, task.Assignee!, $"Due {task.Due:d}"), ThreeTries);

        // Azure/azure-functions-durable-extension, samples/precompiled/PhoneVerification.cs: the answer races a timer.
        using CancellationTokenSource answered = new();
        var verdict = context.WaitForExternalEvent<Verdict>(Decided);
        var overdue = context.CreateTimer(task.Due.UtcDateTime, answered.Token);
        if (await Task.WhenAny(verdict, overdue) == overdue)
        {
            await context.CallActivityAsync(nameof(QueueLetter), Told(application, task.Assignee!, "Overdue"), ThreeTries);
        }

        var decided = await verdict;
        answered.Cancel();

        // Azure/azure-functions-powershell-worker, examples/durable/DurableApp/HumanInteractionOrchestrator/run.ps1: the answer is
        // processed.
        application = await context.CallActivityAsync<Application>(nameof(ProcessDecision), decided, ThreeTries);
        if (application.Status == ApplicationStatus.Declined)
        {
            await context.CallActivityAsync(
                nameof(QueueLetter),
                Told(application, $"{application.Provider.Number}", "Declined"),
                ThreeTries
            );
            return application.Status;
        }

        // Azure-Samples/Durable-Task-Scheduler, samples/durable-functions/dotnet/Saga/Orchestrators/OrderProcessingOrchestrator.cs: one
        // business step after the other.
        if (application.AsksForFunding)
        {
            application = await context.CallActivityAsync<Application>(nameof(AssessFunding), application, ThreeTries);
        }

        var entry = await context.CallActivityAsync<RegisterEntry>(nameof(CreateRegisterEntry), application, ThreeTries);

        // markheath/durable-functions-ecommerce-sample, DurableECommerceWorkflowIsolated/Functions/OrchestratorFunctions.cs, and
        // Azure/azure-functions-durable-extension, samples/precompiled/BackupSiteContent.cs: files in parallel, an activity each.
        await Task.WhenAll(
            context.CallActivityAsync(nameof(WriteRegisterJson), entry, ThreeTries),
            context.CallActivityAsync(nameof(WriteRegisterPage), entry, ThreeTries)
        );

        // Azure-Samples/Durable-Task-Scheduler, samples/durable-functions/dotnet/Saga/Orchestrators/OrderProcessingOrchestrator.cs: the
        // status, then the last notification.
        application = await context.CallActivityAsync<Application>(nameof(MarkPublished), new Listed(application, entry), ThreeTries);
        await context.CallActivityAsync(
            nameof(QueueLetter),
            Told(application, $"{application.Provider.Number}", $"Number {entry.Number}"),
            ThreeTries
        );
        return application.Status;
    }

    private static Letter Told(Application application, string recipient, string text) =>
        new($"{application.Id}-{application.Revision}-{recipient}", recipient, application.Content.MicroCredential?.Title ?? "", text);
}
