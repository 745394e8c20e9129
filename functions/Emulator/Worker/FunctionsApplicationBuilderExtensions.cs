using MicroCred.Emulator.Http;

namespace MicroCred.Emulator.Worker;

/// <summary>What a function app can be made capable of.</summary>
public static class FunctionsApplicationBuilderExtensions
{
    /// <summary>
    /// Lets functions answer HTTP with ASP.NET Core's types. Middleware that is added before this sees no
    /// <see cref="FunctionContextExtensions.GetHttpContext"/>.
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Use(HttpResultMiddleware.Around);
        return builder;
    }
}
