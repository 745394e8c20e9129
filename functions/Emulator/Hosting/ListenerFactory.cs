using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Queues;
using MicroCred.Emulator.Storage;
using MicroCred.Emulator.Timers;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Hosting;

/// <summary>Makes the listeners of the app's queue and timer functions, without the ones that are switched off.</summary>
internal sealed class ListenerFactory(
    FunctionApp app,
    QueueOptions options,
    QueueBell bell,
    InvocationPipeline pipeline,
    DisabledFunctions disabled,
    IConfiguration settings,
    IServiceProvider services,
    ITimerMemory memory,
    TimeProvider time,
    ILoggerFactory loggers)
{
    public Listeners Make() =>
        new([.. app.Functions.Where(function => !disabled.Contains(function)).Select(Listener).OfType<Listener>()], loggers.CreateLogger<Listeners>());

    private Listener? Listener(Function function) => function.Trigger switch
    {
        QueueTriggerAttribute queue => OfQueue(function, queue).RunAsync,
        TimerTriggerAttribute timer => OfTimer(function, timer).RunAsync,
        _ => null,
    };

    private QueueListener OfQueue(Function function, QueueTriggerAttribute trigger)
    {
        var connection = settings[trigger.Connection ?? "AzureWebJobsStorage"]!;
        var name = SettingReferences.Resolve(trigger.QueueName, settings);
        var service = HostStorage.Queues(connection, "queue trigger");
        var queue = service.GetQueueClient(name);
        // Looks into the queue are counted apart: at rest they are all that there is.
        var polled = HostStorage.Queues(connection, "queue poll").GetQueueClient(name);
        var logger = loggers.CreateLogger<QueueListener>();
        var worker = new QueueWorker(function, queue, new PoisonQueue(service, queue.Name), options, pipeline, services, logger);
        return new QueueListener(function, polled, worker, options, bell, logger);
    }

    private TimerListener OfTimer(Function function, TimerTriggerAttribute trigger) =>
        new(function, Schedule.Parse(SettingReferences.Resolve(trigger.Schedule, settings)!)!, memory, pipeline, services, time);
}
