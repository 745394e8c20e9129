namespace MicroCred.Host.Identity;

/// <summary>The paths below <c>/.auth</c>: choosing who one is, asking who one is, and being nobody again.</summary>
internal sealed class SignIn(Personas personas)
{
    public const string Cookie = "AppServiceAuthSession";

    private const string LoginTarget = "post_login_redirect_uri";
    private const string LogoutTarget = "post_logout_redirect_uri";

    public Task AnswerAsync(HttpContext context, PathString path, Persona? who) => (context.Request.Method, path.Value) switch
    {
        ("GET", "/login/local") => ShowAsync(context, who),
        ("POST", "/login/local") => ChooseAsync(context),
        ("GET", "/me") when who is not null => context.Response.WriteAsJsonAsync(ClientPrincipal.Describe(who)),
        ("GET", "/me") => Status(context, StatusCodes.Status401Unauthorized),
        ("GET" or "POST", "/logout") => Leave(context),
        _ => Status(context, StatusCodes.Status404NotFound),
    };

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Leave(HttpContext context)
    {
        context.Response.Cookies.Delete(Cookie);
        context.Response.Redirect(LocalTarget.Of(context.Request.Query[LogoutTarget]));
        return Task.CompletedTask;
    }

    private Task ShowAsync(HttpContext context, Persona? who)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        return context.Response.WriteAsync(SignInPage.Html(personas.All, who, LocalTarget.Of(context.Request.Query[LoginTarget])));
    }

    private async Task ChooseAsync(HttpContext context)
    {
        if (!SameOrigin.Sent(context.Request))
        {
            await Status(context, StatusCodes.Status403Forbidden);
            return;
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (personas.Find(form["persona"]) is not { } persona)
        {
            await Status(context, StatusCodes.Status400BadRequest);
            return;
        }

        context.Response.Cookies.Append(Cookie, persona.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        context.Response.Redirect(LocalTarget.Of(form[LoginTarget]));
    }
}
