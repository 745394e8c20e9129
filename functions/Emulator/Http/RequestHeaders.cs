using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MicroCred.Emulator.Http;

/// <summary>
/// Makes a request's headers what a function sees of them behind the real host: what a proxy says about the client is the host's own to
/// say, and a header that came several times comes once, its values joined.
/// </summary>
internal sealed class RequestHeaders(RequestDelegate next)
{
    private static readonly string[] Dropped =
    [
        "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix",
        "X-Original-For", "X-Original-Proto", "X-Original-Host", "X-Original-Prefix", "x-ms-invocation-id",
    ];

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        foreach (var name in Dropped)
            headers.Remove(name);
        foreach (var (name, values) in headers.Where(header => header.Value.Count > 1).ToList())
            headers[name] = new StringValues(string.Join(name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "; " : ", ", values.ToArray()));

        return next(context);
    }
}
