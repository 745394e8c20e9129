using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Pages;

/// <summary>Has the browser get another page after a form, so that going back or reloading sends nothing twice.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
