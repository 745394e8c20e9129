using Microsoft.Extensions.Options;

namespace MicroCred.App.Settings;

/// <summary>The site's public address, from <c>Site__Url</c>: a request's Host header is under its sender's control.</summary>
internal sealed class Site(IOptions<SiteOptions> options)
{
    /// <summary>The site's address, without a trailing slash.</summary>
    public string Url { get; } = options.Value.Url.TrimEnd('/');

    /// <summary>The site's origin as browsers send it: scheme, host and port.</summary>
    public string Origin { get; } = new Uri(options.Value.Url).GetLeftPart(UriPartial.Authority);

    /// <summary>Where people sign in.</summary>
    public string SignInPath { get; } = options.Value.SignInPath;

    /// <summary>The e-mail address that people write to about the service.</summary>
    public string Contact { get; } = options.Value.Contact;

    /// <summary>An entry's public address, which is also its id.</summary>
    public string Entry(int number) => $"{Url}/register/{number}";
}
