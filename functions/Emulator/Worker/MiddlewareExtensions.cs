using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Worker;

/// <summary>Adds middleware by its type.</summary>
public static class MiddlewareExtensions
{
    /// <summary>Adds a middleware that every invocation passes.</summary>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware => builder.UseWhen<T>(_ => true);

    /// <summary>Adds a middleware that the invocations pass for which the predicate says so.</summary>
    public static IFunctionsWorkerApplicationBuilder UseWhen<T>(
        this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, bool> predicate)
        where T : class, IFunctionsWorkerMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<T>();
        return builder.Use(next => context =>
            predicate(context) ? context.InstanceServices.GetRequiredService<T>().Invoke(context, next) : next(context));
    }
}
