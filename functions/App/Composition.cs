using System.Text.Json;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Submission.Documents;
using MicroCred.App.Validation;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MicroCred.App;

/// <summary>Puts the app together.</summary>
internal static class Composition
{
    public static FunctionsApplicationBuilder AddMicroCred(this FunctionsApplicationBuilder builder)
    {
        builder.UseWhen<StageMiddleware>(StageMiddleware.Applies);
        builder.UseWhen<ProblemMiddleware>(IsHttp);
        builder.UseWhen<IdentityMiddleware>(IsHttp);

        IServiceCollection services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<Progress>();
        services.AddSingleton<BacklogGauges>();

        // The worker's serializer is made of these; an orchestration's input is read by them without it.
        services.Configure<JsonSerializerOptions>(AppJson.ConfigureStored);
        services.ConfigureHttpJsonOptions(options => AppJson.ConfigureHttp(options.SerializerOptions));

        // A longer timer is cut into pieces of this length, each a turn. A message of Azure Storage can stay hidden for seven days.
        services.Configure<DurableTaskWorkerOptions>(options => options.MaximumTimerInterval = TimeSpan.FromDays(6));

        // The app counts bytes itself, so that what is too large gets a proper answer.
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = null);

        TelemetryExport.AddTo(services, builder.Configuration);
        services.AddStorage(builder.Configuration);
        services.AddSingleton<HttpJson>();
        services.AddSingleton<SectorDirectory>();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<Rules>();
        services.AddSingleton(provider => provider.GetRequiredService<Rules>().Evaluation);
        services.AddSingleton<Deadlines>();
        services.AddSingleton<Orchestrations>();
        services.AddSingleton<Steps>();
        services.AddSingleton<Writing>();
        services.AddScoped<Acts>();
        services.AddScoped<TaskActs>();
        services.AddSingleton<Evaluators>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<NotificationQueue>();
        services.AddSingleton<Letters>();
        services.AddPostOffice(toSmtp: builder.Configuration["Notifications:Smtp:Host"] is { Length: > 0 });
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<InfectedDocuments>();
        services.AddDocuments();
        services.AddScoped<OperatorActs>();
        services.AddSingleton<ApplicationStates>();
        services.AddSingleton<StuckApplications>();
        services.AddSingleton<Repair>();
        services.AddSingleton<OpenApiText>();
        services.AddSingleton<RegisterIndex>();
        services.AddSingleton<Register>();

        // Blazor's renderer asks for scoped services, which the worker, on a developer's machine, refuses to a singleton.
        services.AddScoped<Portal.Pages>();
        services.AddScoped<RegisterFiles>();
        services.AddSingleton<Archive>();
        return builder;
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    private static void AddPostOffice(this IServiceCollection services, bool toSmtp)
    {
        if (toSmtp)
        {
            services.AddSingleton<IPostOffice, SmtpPostOffice>();
        }
        else
        {
            services.AddSingleton<IPostOffice, OutboxFolder>();
        }
    }
}
