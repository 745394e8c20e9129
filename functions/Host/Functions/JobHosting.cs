using System.Reflection;
using MicroCred.Host.Extensions;
using MicroCred.Host.Hosting;
using MicroCred.Host.Timers;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace MicroCred.Host.Functions;

/// <summary>The WebJobs SDK's job host over the app's own extensions: it listens to queues and timers and runs the durable engine.</summary>
internal static class JobHosting
{
    private const string Section = "AzureFunctionsJobHost";

    /// <summary>What the durable extension asks for an address of its own. By name: its maker says that it isn't for others to compile against.</summary>
    private static readonly Type WebHookProvider =
        typeof(IExtensionConfigProvider).Assembly.GetType("Microsoft.Azure.WebJobs.Host.Config.IWebHookProvider", throwOnError: true)!;

    public static IHost Build(
        FunctionApp app,
        AppExtensions extensions,
        EmittedFunctions functions,
        IConfiguration settings,
        string hostId,
        IWebJobsExceptionHandlerFactory handlers,
        ILoggerProvider log) =>
        new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddConfiguration(settings))
            .ConfigureAppConfiguration(configuration => configuration
                .AddInMemoryCollection(app.HostJson.Select(value => KeyValuePair.Create($"{Section}:{value.Key}", value.Value)))
                .AddConfiguration(settings)
                .AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsConfigurationSection", Section)]))
            .ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log)
                // What it says of a start that fails is thrown, too, and told in one message.
                .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None))
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
                // As on the real host, a function that is in error by itself, a setting missing say, keeps no other from running.
                services.Configure<JobHostOptions>(options => options.AllowPartialHostStartup = true);
                services.AddSingleton(handlers);
                services.AddSingleton<ITypeLocator>(functions);
                services.AddSingleton(WebHookProvider, DispatchProxy.Create(WebHookProvider, typeof(NoWebHooks)));
                services.AddSingleton<ScheduleMonitor>(new BlobScheduleMonitor(settings["AzureWebJobsStorage"]!, hostId));
            })
            .Build();
}
