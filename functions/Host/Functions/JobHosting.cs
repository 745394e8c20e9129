using System.Reflection;
using MicroCred.Host.Extensions;
using MicroCred.Host.Hosting;
using MicroCred.Host.Timers;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Config;

namespace MicroCred.Host.Functions;

/// <summary>The WebJobs SDK's job host over the app's own extensions: it listens to queues and timers and runs the durable engine.</summary>
internal static class JobHosting
{
    private const string Section = "AzureFunctionsJobHost";

    /// <summary>What the durable extension asks for an address of its own. By name: its maker says that it isn't for others to compile against.</summary>
    private static readonly Type WebHookProvider =
        typeof(IExtensionConfigProvider).Assembly.GetType("Microsoft.Azure.WebJobs.Host.Config.IWebHookProvider", throwOnError: true)!;

    public static IHost Build(
        FunctionApp app, AppExtensions extensions, EmittedFunctions functions, IConfiguration settings, string hostId, ILoggerProvider log) =>
        new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddConfiguration(settings))
            .ConfigureAppConfiguration(configuration => configuration
                .AddInMemoryCollection(app.HostJson.Select(value => KeyValuePair.Create($"{Section}:{value.Key}", value.Value)))
                .AddConfiguration(settings)
                .AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsConfigurationSection", Section)]))
            .ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .ConfigureWebJobs(
                (context, jobs) =>
                {
                    jobs.UseHostId(hostId);
                    jobs.AddAzureStorageCoreServices();
                    jobs.AddTimers();
                    extensions.Configure(new WebJobsBuilderContext { Configuration = context.Configuration, ApplicationRootPath = app.Folder }, jobs);
                },
                _ => { })
            .ConfigureServices(services =>
            {
                services.AddSingleton<ITypeLocator>(functions);
                services.AddSingleton(WebHookProvider, DispatchProxy.Create(WebHookProvider, typeof(NoWebHooks)));
                services.AddSingleton<ScheduleMonitor>(new BlobScheduleMonitor(settings["AzureWebJobsStorage"]!, hostId));
            })
            .Build();

    /// <summary>Lets functions have the durable client by way of a method that is called for no other reason.</summary>
    public static void OfferDurableClient(IHost jobs, EmittedFunctions functions)
    {
        if (functions.DurableClientMethod is { } method)
            Dispatcher.AskForDurableClient = () => ((JobHost)jobs.Services.GetRequiredService<IJobHost>()).CallAsync(method);
    }
}
