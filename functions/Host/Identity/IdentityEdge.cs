namespace MicroCred.Host.Identity;

/// <summary>Acts as App Service's authentication in front of the app: its paths, and the principal of each request.</summary>
internal sealed class IdentityEdge(RequestDelegate next, IReadOnlyList<Persona> personas)
{
    private readonly SignIn _signIn = new(personas);

    public Task InvokeAsync(HttpContext context)
    {
        // A program sends its identity with each request; an unknown token is anonymous, whatever the cookie says.
        var said = $"{context.Request.Headers.Authorization}";
        var id = said.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? said["Bearer ".Length..].Trim() : context.Request.Cookies[SignIn.Cookie];
        var who = personas.FirstOrDefault(persona => persona.Id == id);
        if (context.Request.Path.StartsWithSegments("/.auth", out var path))
            return _signIn.AnswerAsync(context, path, who);

        ClientPrincipal.Set(context.Request.Headers, who);
        return next(context);
    }
}
