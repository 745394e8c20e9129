using MicroCred.Emulator.Http;
using MicroCred.Emulator.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MicroCred.Emulator.Hosting;

/// <summary>
/// What in Azure stands in front of the app's process: App Service and the Functions host. Registered before the app's own startup
/// filters, it is outside of them, so they see what the app would see and don't touch what the host answers.
/// </summary>
internal sealed class Edge(RequestGate gate) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(gate.PassAsync);
        app.UseMiddleware<RequestHeaders>();
        app.UseMiddleware<IdentityEdge>();
        app.UseMiddleware<HostPages>();
        app.UseMiddleware<RoutingEdge>();
        next(app);
    };
}
