using System.Globalization;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MicroCred.App.Pages;

/// <summary>
/// Problems as pages. Who isn't signed in is sent to do so, and comes back. Whatever somebody typed comes back with the problem, to be sent
/// again.
/// </summary>
internal sealed class PageProblems(MicroCred.Portal.Pages pages, FormTokens tokens, CurrentUser user, RequestOrigin origin, Site site)
    : IProblemPages
{
    public async Task<IResult> OfAsync(HttpRequest request, Problem problem)
    {
        if (WantsJson(request))
        {
            return problem.ToResult();
        }

        var typed = await TypedAsync(request, problem);
        if (problem.Status == StatusCodes.Status401Unauthorized && IsRead(request) && !IsSignedIn(request))
        {
            return Results.Redirect(SignIn(request));
        }

        if (problem.RetryAfter is { } seconds)
        {
            request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var (title, detail) = Words(problem);
        ProblemModel page = new(
            title,
            detail,
            [.. (problem.Findings ?? []).Select(finding => $"{finding.Message} {finding.Action}")],
            typed
        )
        {
            SignIn = problem.Status == StatusCodes.Status401Unauthorized ? SignIn(request) : null,
        };
        Frame frame = new(user.IsKnown ? Viewers.Of(user.Caller) : null, request.Path, Token(typed));
        return new PageResult(await pages.RenderAsync(page, frame), problem.Status) { IsPrivate = true };
    }

    /// <summary>Where somebody signs in, to be brought back to where they are.</summary>
    private string SignIn(HttpRequest request) =>
        QueryHelpers.AddQueryString(
            site.SignInPath,
            "post_login_redirect_uri",
            HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : $"{request.Path}"
        );

    /// <summary>
    /// What was typed, to be sent again: not what another site's page sent, and not to where nothing of the kind is.
    /// </summary>
    private async Task<Form?> TypedAsync(HttpRequest request, Problem problem)
    {
        if (!HttpMethods.IsPost(request.Method) || !origin.IsOurs(request))
        {
            return null;
        }

        if (problem.Status is not (400 or 401 or 404 or >= 500))
        {
            return null;
        }

        if (FormPosts.SentWith(request.HttpContext) is not null || !FormPosts.IsForm(request))
        {
            return FormPosts.SentWith(request.HttpContext);
        }

        try
        {
            return await FormPosts.ReadAnyonesAsync(request, request.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is ProblemException or RefusedException or IOException)
        {
            return null;
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>
    /// Whether the platform says who it is, and the app doesn't believe it: signing in once more would lead here again.
    /// </summary>
    private static bool IsSignedIn(HttpRequest request) => request.Headers.ContainsKey(ClientPrincipal.Header);

    /// <summary>A new token; the one that was sent where nobody is signed in, or storage, where the keys are, is away.</summary>
    private string? Token(Form? typed)
    {
        try
        {
            return user.IsKnown ? tokens.For(user.Caller.Actor.Id) : typed?[Form.TokenField];
        }
        catch (Exception failure) when (StorageOutage.IsBehind(failure))
        {
            return typed?[Form.TokenField];
        }
    }

    private static bool WantsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the API says to programs, as people need it.</summary>
    private static (string Title, string Detail) Words(Problem problem) =>
        problem.Status switch
        {
            StatusCodes.Status401Unauthorized => (
                "You have been signed out",
                "What you typed isn’t saved yet. Sign in again in a new tab, then come back to this one and send it."
            ),
            StatusCodes.Status404NotFound => (
                "Page not found",
                $"{problem.Detail} If you typed the address, check it. If you followed a link, it may be out of date."
            ),
            StatusCodes.Status500InternalServerError => (
                "Sorry, something broke here",
                "This is our fault, not yours. Nothing that was saved is lost. Try again in a minute."
            ),
            StatusCodes.Status503ServiceUnavailable => (
                "Sorry, the service isn’t available",
                "Nothing that was saved is lost. Try again in a minute."
            ),
            _ => (problem.Title, problem.Detail),
        };
}
