using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Settings;

/// <summary>Where the site is for the world, by <c>Site:Url</c>: what requests say of that is their sender's word.</summary>
internal sealed class Site(IConfiguration configuration)
{
    /// <summary>The site's address, without a slash at its end.</summary>
    public string Url { get; } = (configuration["Site:Url"] ?? "http://localhost:7071").TrimEnd('/');

    /// <summary>An entry's own address, which is its id, too.</summary>
    public string Entry(int number) => $"{Url}/register/{number}";
}
