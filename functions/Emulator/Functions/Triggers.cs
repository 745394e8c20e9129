using System.Reflection;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Functions;

/// <summary>The trigger attributes, the kind of function that each makes, and the name of its binding in function metadata.</summary>
internal static class Triggers
{
    public const string DurableClient = "durableClient";

    public static (FunctionKind Kind, string BindingType)? KindOf(Attribute attribute) => attribute switch
    {
        HttpTriggerAttribute => (FunctionKind.Http, "httpTrigger"),
        QueueTriggerAttribute => (FunctionKind.Queue, "queueTrigger"),
        TimerTriggerAttribute => (FunctionKind.Timer, "timerTrigger"),
        OrchestrationTriggerAttribute => (FunctionKind.Orchestrator, "orchestrationTrigger"),
        ActivityTriggerAttribute => (FunctionKind.Activity, "activityTrigger"),
        _ => null,
    };

    public static IEnumerable<(ParameterInfo Parameter, Attribute Attribute)> Of(MethodInfo method) =>
        from parameter in method.GetParameters()
        from attribute in parameter.GetCustomAttributes()
        where KindOf(attribute) is not null
        select (parameter, attribute);
}
