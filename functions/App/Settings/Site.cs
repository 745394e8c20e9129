using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>Where the site is for the world, by <c>Site__Url</c>: what requests say of that is their sender's word.</summary>
internal sealed class Site(IOptions<SiteOptions> options)
{
    /// <summary>The site's address, without a slash at its end.</summary>
    public string Url { get; } = options.Value.Url.TrimEnd('/');

    /// <summary>The same as browsers name it as the origin of a request: scheme, host and port.</summary>
    public string Origin { get; } = new Uri(options.Value.Url).GetLeftPart(UriPartial.Authority);

    /// <summary>Where people sign in.</summary>
    public string SignInPath { get; } = options.Value.SignInPath;

    /// <summary>An entry's own address, which is its id, too.</summary>
    public string Entry(int number) => $"{Url}/register/{number}";
}
