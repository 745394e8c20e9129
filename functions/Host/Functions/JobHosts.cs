using System.Reflection;
using System.Runtime.ExceptionServices;
using MicroCred.Host.Hosting;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace MicroCred.Host.Functions;

/// <summary>
/// Keeps the WebJobs SDK's job host running over the app's own extensions: it listens to queues and timers and runs the durable engine. One of
/// its listeners that has given up, storage being away for longer than it tries, would end the process, and the platform would start another;
/// here another job host takes the place of the one that failed.
/// </summary>
internal sealed class JobHosts(FunctionApp app, AppExtensions extensions, EmittedFunctions functions, ILoggerProvider log, ILoggerFactory loggers)
    : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>What the durable extension asks for an address of its own. By name: its maker says that it isn't for others to compile against.</summary>
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
                    _logger.LogError(await fault.WaitAsync(_stopping.Token), "A listener gave up; all of them are started again");
                await EndAsync(jobs);
                jobs = null;
                await Task.Delay(Pause, _stopping.Token);
                (jobs, fault) = await BeginAsync(_stopping.Token);
            }
            catch (Exception still)
            {
                if (!_stopping.IsCancellationRequested)
                    _logger.LogWarning(still, "The listeners don't start; the next try is in {Pause}", Pause);
            }
        }

        await EndAsync(jobs);
    }

    private async Task<(IHost Jobs, Task<Exception> Fault)> BeginAsync(CancellationToken cancellationToken)
    {
        FirstFault fault = new();
        var jobs = Build(fault);

        // A function that runs at the start may want it before the start is done. Its method is called for no other reason.
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
            _logger.LogWarning(fault, "The listeners didn't end as they should");
        }

        jobs?.Dispose();
    }

    private IHost Build(FirstFault fault)
    {
        var hostId = app.Name.ToLowerInvariant().Replace('.', '-');
        return new HostBuilder()
            .ConfigureHostConfiguration(configuration => configuration.AddConfiguration(app.Settings))

            // What it says of a start that fails is thrown, too, and told in one message.
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
                // As on the real host, a function that is in error by itself, a setting missing say, keeps no other from running.
                services.Configure<JobHostOptions>(options => options.AllowPartialHostStartup = true);
                services.AddSingleton<IWebJobsExceptionHandlerFactory>(fault);
                services.AddSingleton<ITypeLocator>(functions);
                services.AddSingleton(WebHookProvider, DispatchProxy.Create(WebHookProvider, typeof(NoWebHooks)));
                services.AddSingleton<ScheduleMonitor>(new BlobScheduleMonitor(app.Settings["AzureWebJobsStorage"]!, hostId));
            })
            .Build();
    }

    /// <summary>What a job host reports that it can't get over.</summary>
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

    /// <summary>Gives the durable extension an address for web hooks, which nothing here is ever sent to.</summary>
    internal class NoWebHooks : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new Uri("http://localhost/runtime/webhooks/none");
    }
}
