namespace MicroCred.Host.Identity;

/// <summary>What App Service's authentication does in front of an app: its own paths, and the principal of whoever asks.</summary>
internal sealed class IdentityEdge(RequestDelegate next, Personas personas, SignIn signIn)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/.auth", out var rest))
            return signIn.AnswerAsync(context, rest, Who(context.Request));

        ClientPrincipal.Set(context.Request.Headers, Who(context.Request));
        return next(context);
    }

    // A program says who it is at each request; a token that nobody has is nobody, whatever the cookie says.
    private Persona? Who(HttpRequest request) => request.Headers.Authorization.ToString() is { } header
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? personas.Find(header["Bearer ".Length..].Trim())
            : personas.Find(request.Cookies[SignIn.Cookie]);
}
