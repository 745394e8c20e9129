namespace MicroCred.Host.Identity;

/// <summary>Where to go after signing in or out: a path of this app, never another site.</summary>
internal static class LocalTarget
{
    // Browsers read a backslash as a slash and drop control characters, so "/\evil" and "/<tab>/evil" lead elsewhere as "//evil" does.
    public static string Of(string? wanted) =>
        wanted is ['/', ..] and not ['/', '/', ..] && !wanted.Any(letter => letter == '\\' || letter > '~' || letter < '!') ? wanted : "/";
}
