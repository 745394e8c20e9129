using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Http;
using MicroCred.Emulator.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Hosting;

/// <summary>What answers HTTP, up to the app's own pipeline.</summary>
internal static class HttpServices
{
    public static void Add(IServiceCollection services, FunctionApp app)
    {
        services.AddSingleton(app.Http);
        services.AddSingleton(Personas.Read(app.Folder));
        services.AddSingleton<SignIn>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<RequestGate>();
        services.AddSingleton(new RouteTable([.. app.Functions
            .Where(function => function.Kind == FunctionKind.Http).Select(function => new FunctionRoute(function, app.Http.RoutePrefix))]));
    }
}
