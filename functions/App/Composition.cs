using System.Text.Json;
using MicroCred.App.Archiving;
using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Funding;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Importing;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Operation;
using MicroCred.App.Pages;
using MicroCred.App.Pipeline;
using MicroCred.App.Preferences;
using MicroCred.App.Proof;
using MicroCred.App.Publication;
using MicroCred.App.Quotas;
using MicroCred.App.Reconciliation;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Signing;
using MicroCred.App.Similarity;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Telemetry;
using MicroCred.App.Trial;
using MicroCred.App.Validation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MicroCred.App;

/// <summary>Puts the app together. Each feature registers itself.</summary>
internal static class Composition
{
    /// <summary>The app as the Functions worker runs it.</summary>
    public static FunctionsApplicationBuilder AddMicroCred(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<StageMiddleware>(StageMiddleware.Applies);
        builder.UseWhen<HeadersMiddleware>(IsHttp);
        builder.UseWhen<ProblemMiddleware>(IsHttp);
        builder.UseWhen<IdentityMiddleware>(IsHttp);
        builder.UseWhen<OriginMiddleware>(IsHttp);

        builder.Services.ConfigureOrchestrations();
        builder.Services.ConfigureHttpJsonOptions(options => AppJson.ConfigureHttp(options.SerializerOptions));

        // The app counts bytes itself, so that a body that is too large gets a proper answer.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = null);

        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddMicroCred(builder.Configuration);
        return builder;
    }

    /// <summary>Serialization and timer settings that orchestration histories depend on: changing them breaks running instances.</summary>
    public static IServiceCollection ConfigureOrchestrations(this IServiceCollection services) =>
        services
            // The worker builds its serializer from these; an orchestration's input is deserialised with them directly.
            .Configure<JsonSerializerOptions>(AppJson.ConfigureStored)
            // A longer timer is split into pieces of this length, each a turn. An Azure Storage message can stay hidden for seven days.
            .Configure<DurableTaskWorkerOptions>(options => options.MaximumTimerInterval = TimeSpan.FromDays(6));

    /// <summary>
    /// All that commands, activities and functions depend on. It needs no worker: any program can run them with its own clock and storage.
    /// </summary>
    /// <param name="services">The services; a <see cref="TimeProvider"/> that is already registered stays.</param>
    /// <param name="configuration">The app's settings.</param>
    public static IServiceCollection AddMicroCred(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddMetrics();
        return services
            .AddPlatform()
            .AddStorage()
            .AddIdentity()
            .AddQuotas()
            .AddRegister()
            .AddImporting()
            .AddPublication()
            .AddPipeline()
            .AddCommands()
            .AddNotification()
            .AddPreferences()
            .AddSubmission()
            .AddEvaluation()
            .AddFunding()
            .AddValidation()
            .AddSimilarity()
            .AddTrial()
            .AddSigning()
            .AddProof()
            .AddArchiving()
            .AddReconciliation()
            .AddOperation()
            .AddHttp()
            .AddOpenApi()
            .AddPages();
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");
}
