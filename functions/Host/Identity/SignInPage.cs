using System.Text.Encodings.Web;

namespace MicroCred.Host.Identity;

/// <summary>The page on which one chooses who to be.</summary>
internal static class SignInPage
{
    public static string Html(IReadOnlyList<Persona> personas, Persona? who, string target) =>
        $$"""
        <!doctype html>
        <html lang="en-NZ">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Sign in on this machine</title>
        <style>
          body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
          ul { list-style: none; padding: 0; }
          button { font: inherit; text-align: left; width: 100%; margin: .25rem 0; padding: .75rem 1rem; color: inherit; background: #f3f5f7;
            border: 1px solid #6b7280; border-radius: .25rem; cursor: pointer; }
          button:hover { background: #e2e8f0; }
          button:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
          small { display: block; color: #4b5563; }
        </style>
        </head>
        <body>
        <main>
        <h1>Sign in on this machine</h1>
        {{Present(who)}}
        <p>Choose who to be. There is no password: this page exists only where the app runs for development and tests.</p>
        <form method="post" action="/.auth/login/local">
        <input type="hidden" name="post_login_redirect_uri" value="{{Text(target)}}">
        {{Choices(personas)}}
        </form>
        </main>
        </body>
        </html>
        """;

    private static string Present(Persona? who) =>
        who is null ? "" : $"<p>You are now {Text(who.Name)}. <a href=\"/.auth/logout\">Sign out</a></p>";

    private static string Choices(IReadOnlyList<Persona> personas) => personas.Count == 0
        ? "<p>There is no local.personas.json beside the app, so there is nobody to be.</p>"
        : $"<ul>\n{string.Join('\n', personas.Select(Choice))}\n</ul>";

    private static string Choice(Persona persona) =>
        $"<li><button name=\"persona\" value=\"{Text(persona.Id)}\">{Text(persona.Name)}<small>{Text(Roles(persona))}</small></button></li>";

    private static string Roles(Persona persona) => persona.Roles.Count == 0 ? "no role" : string.Join(", ", persona.Roles);

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
