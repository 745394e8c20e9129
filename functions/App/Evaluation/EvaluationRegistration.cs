using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Evaluation;

internal static class EvaluationRegistration
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services) =>
        services.AddSingleton<Assignment>().AddSingleton<TaskMover>().AddSingleton<EvaluatorProfiles>();
}
