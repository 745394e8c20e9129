using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MicroCred.Host.Identity;

/// <summary>The paths below <c>/.auth</c>: choosing a persona, reading the current one, and signing out.</summary>
internal sealed class SignIn(IReadOnlyList<Persona> personas)
{
    public const string Cookie = "AppServiceAuthSession";
    private const string LoginTarget = "post_login_redirect_uri";
    private const string LogoutTarget = "post_logout_redirect_uri";

    private static readonly string Page = new StreamReader(typeof(SignIn).Assembly.GetManifestResourceStream("SignIn.html")!).ReadToEnd();
    private static readonly byte[] Style = System.Text.Encoding.UTF8.GetBytes(Page.Split("<style>")[1].Split("</style>")[0]);

    public async Task AnswerAsync(HttpContext context, PathString path, Persona? who)
    {
        var answer = (context.Request.Method, path.Value) switch
        {
            ("GET", "/login/local") => Show(context, who),
            ("POST", "/login/local") => await ChooseAsync(context),
            ("GET", "/me") => who is null ? Results.Unauthorized() : Results.Json(ClientPrincipal.Describe(who)),
            ("GET" or "POST", "/logout") => Leave(context),
            _ => Results.NotFound(),
        };
        await answer.ExecuteAsync(context);
    }

    /// <summary>The target if it is a path of this app; otherwise the root, never another site.</summary>
    private static string Local(string? target) => target is ['/', ..] && RedirectHttpResult.IsLocalUrl(target) ? target : "/";

    private static IResult Leave(HttpContext context)
    {
        context.Response.Cookies.Delete(Cookie);
        return Results.Redirect(Local(context.Request.Query[LogoutTarget]));
    }

    private IResult Show(HttpContext context, Persona? who)
    {
        context.Response.Headers.CacheControl = "no-store";
        var style = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Style));
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        (context.Response.Headers.XContentTypeOptions, context.Response.Headers["Referrer-Policy"]) = ("nosniff", "same-origin");
        var choices = personas.Select(persona =>
            $"<li><button name=\"persona\" value=\"{Text(persona.Id)}\">{Text(persona.Name)}<small>{Text(string.Join(", ", persona.Roles))}</small></button></li>");
        var page = Page
            .Replace("{{present}}", who is null ? "" : $"<p>You are now {Text(who.Name)}. <a href=\"/.auth/logout\">Sign out</a></p>", StringComparison.Ordinal)
            .Replace("{{target}}", Text(Local(context.Request.Query[LoginTarget])), StringComparison.Ordinal)
            .Replace("{{choices}}", string.Join('\n', choices), StringComparison.Ordinal);
        return Results.Text(page, "text/html; charset=utf-8");

        static string Text(string text) => HtmlEncoder.Default.Encode(text);
    }

    private async Task<IResult> ChooseAsync(HttpContext context)
    {
        var request = context.Request;

        // Another site must not sign a visitor in; programs send neither header.
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (request.Headers.TryGetValue("Origin", out var origin) && origin != $"{request.Scheme}://{request.Host}"))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (personas.FirstOrDefault(persona => persona.Id == form["persona"]) is not { } chosen)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        context.Response.Cookies.Append(Cookie, chosen.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return Results.Redirect(Local(form[LoginTarget]));
    }
}
