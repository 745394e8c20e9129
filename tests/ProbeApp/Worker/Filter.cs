using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MicroCred.ProbeApp.Worker;

/// <summary>Compresses functions' answers and adds a header to them.</summary>
internal sealed class Filter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseResponseCompression();
            app.Use(
                (context, go) =>
                {
                    context.Response.Headers["X-Filtered"] = "yes";
                    return go(context);
                }
            );
            next(app);
        };
}
