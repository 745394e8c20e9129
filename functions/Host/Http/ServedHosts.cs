namespace MicroCred.Host.Http;

/// <summary>
/// Answers for the names of this machine's loopback address and no other, so that no page of another site reaches the app by a name of its
/// own that leads here.
/// </summary>
internal sealed class ServedHosts(RequestDelegate next)
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    public Task InvokeAsync(HttpContext context)
    {
        if (Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
