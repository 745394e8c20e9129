using System.Reflection;
using System.Runtime.ExceptionServices;
using MicroCred.Host.Hosting;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace MicroCred.Host.Functions;

/// <summary>
/// Keeps a WebJobs SDK job host running with the app's extensions: it listens to queues and timers and runs the durable engine. When a
/// listener fails for good, because storage was away longer than it retries, the real host's process ends and the platform starts another;
/// here a new job host replaces the failed one.
/// </summary>
internal sealed class JobHosts(FunctionApp app, AppExtensions extensions, EmittedFunctions functions, ILoggerProvider log, ILoggerFactory loggers)
    : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Gives the Durable extension its webhook address. Found by name, because the type is marked as not for public use.</summary>
    private static readonly Type WebHookProvider =
        typeof(IExtensionConfigProvider).Assembly.GetType("Microsoft.Azure.WebJobs.Host.Config.IWebHookProvider", throwOnError: true)!;

    private readonly ILogger _logger = loggers.CreateLogger("Host.Jobs");
    private readonly CancellationTokenSource _stopping = new();
    private Task _keeping = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (jobs, fault) = await BeginAsync(cancellationToken);
        _keeping = KeepAsync(jobs, fault);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _keeping;
        _stopping.Dispose();
    }

    private async Task KeepAsync(IHost? jobs, Task<Exception> fault)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                if (jobs is not null)
                    _logger.LogError(await fault.WaitAsync(_stopping.Token), "A listener failed; all of them are restarted");
                await EndAsync(jobs);
                jobs = null;
                await Task.Delay(Pause, _stopping.Token);
                (jobs, fault) = await BeginAsync(_stopping.Token);
            }
            catch (Exception still)
            {
                if (!_stopping.IsCancellationRequested)
                    _logger.LogWarning(still, "The listeners can't start; the next try is in {Pause}", Pause);
            }
        }

        await EndAsync(jobs);
    }

    private async Task<(IHost Jobs, Task<Exception> Fault)> BeginAsync(CancellationToken cancellationToken)
    {
        FirstFault fault = new();
        var jobs = Build(fault);

        // A function that runs at startup may need the client before startup completes. The method has no other callers.
        var predecessors = Dispatcher.AskForDurableClient;
        if (functions.DurableClientMethod is { } method)
            Dispatcher.AskForDurableClient = new(() => ((JobHost)jobs.Services.GetRequiredService<IJobHost>()).CallAsync(method));
        try
        {
            await jobs.StartAsync(cancellationToken);
            return (jobs, fault.Task);
        }
        catch
        {
            Dispatcher.AskForDurableClient = predecessors;
            jobs.Dispose();
            throw;
        }
    }

    private async Task EndAsync(IHost? jobs)
    {
        try
        {
            await (jobs?.StopAsync() ?? Task.CompletedTask);
        }
        catch (Exception fault)
        {
            _logger.LogWarning(fault, "The listeners didn't stop cleanly");
        }

        jobs?.Dispose();
    }

    private IHost Build(FirstFault fault)
    {
        var hostId = app.Name.ToLowerInvariant().Replace('.', '-');
        return new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddConfiguration(app.Settings))

            // A startup failure is also thrown, and reported in one message.
            .ConfigureLogging(logging => logging.AddConfiguration(app.HostJson.GetSection("logging")).AddProvider(log)
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
                // As on the real host, one function's error, such as a missing setting, doesn't stop the others.
                services.Configure<JobHostOptions>(options => options.AllowPartialHostStartup = true);
                services.AddSingleton<IWebJobsExceptionHandlerFactory>(fault);
                services.AddSingleton<ITypeLocator>(functions);
                services.AddSingleton(WebHookProvider, DispatchProxy.Create(WebHookProvider, typeof(NoWebHooks)));
                services.AddSingleton<ScheduleMonitor>(new BlobScheduleMonitor(app.Settings["AzureWebJobsStorage"]!, hostId));
            })
            .Build();
    }

    /// <summary>The first unrecoverable fault that a job host reports.</summary>
    private sealed class FirstFault : IWebJobsExceptionHandlerFactory, IWebJobsExceptionHandler
    {
        private readonly TaskCompletionSource<Exception> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception> Task => _fault.Task;

        public IWebJobsExceptionHandler Create(IHost jobHost) => this;

        public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => OnUnhandledExceptionAsync(exceptionInfo);

        public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
        {
            _fault.TrySetResult(exceptionInfo.SourceException);
            return System.Threading.Tasks.Task.CompletedTask;
        }
    }

    /// <summary>Gives the Durable extension a webhook address to which nothing is ever sent.</summary>
    internal class NoWebHooks : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Uri("http://localhost/runtime/webhooks/none");
    }
}
