using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Http;

/// <summary>What the host answers in its own name.</summary>
internal static class HostAnswer
{
    /// <summary>500 with nothing in it, in place of whatever was to be answered; or, where that has begun already, a broken connection.</summary>
    public static void InternalServerError(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentLength = 0;
    }
}
