using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp;

/// <summary>Selects the functions that a middleware applies to.</summary>
internal static class Functions
{
    public static bool AnswerHttp(FunctionContext context) => Has(context, "httpTrigger");

    public static bool Orchestrate(FunctionContext context) => Has(context, "orchestrationTrigger");

    private static bool Has(FunctionContext context, string trigger) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == trigger);
}
