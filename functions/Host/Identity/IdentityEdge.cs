namespace MicroCred.Host.Identity;

/// <summary>What App Service's authentication does in front of an app: its own paths, and the principal of whoever asks.</summary>
internal sealed class IdentityEdge(RequestDelegate next, IReadOnlyList<Persona> personas)
{
    private readonly SignIn _signIn = new(personas);

    public Task InvokeAsync(HttpContext context)
    {
        // A program says who it is at each request; a token that nobody has is nobody, whatever the cookie says.
        var said = $"{context.Request.Headers.Authorization}";
        var id = said.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? said["Bearer ".Length..].Trim() : context.Request.Cookies[SignIn.Cookie];
        var who = personas.FirstOrDefault(persona => persona.Id == id);
        if (context.Request.Path.StartsWithSegments("/.auth", out var path))
            return _signIn.AnswerAsync(context, path, who);

        ClientPrincipal.Set(context.Request.Headers, who);
        return next(context);
    }
}
