using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>Where the site is for the world, by <c>Site:Url</c>: what requests say of that is their sender's word.</summary>
internal sealed class Site(IConfiguration configuration)
{
    private const string Local = "http://localhost:7071";

    /// <summary>The site's address, without a slash at its end.</summary>
    public string Url { get; } = (configuration["Site:Url"] ?? Local).TrimEnd('/');

    /// <summary>The same as browsers name it as the origin of a request: scheme, host and port.</summary>
    public string Origin { get; } = new Uri(configuration["Site:Url"] ?? Local).GetLeftPart(UriPartial.Authority);

    /// <summary>An entry's own address, which is its id, too.</summary>
    public string Entry(int number) => $"{Url}/register/{number}";
}
