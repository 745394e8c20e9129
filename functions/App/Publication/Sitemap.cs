using System.Globalization;
using System.Xml.Linq;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Publication;

/// <summary>
/// The address of each entry's page, for search engines: one sitemap, or an index of several where one would exceed the protocol's limit.
/// [sitemaps.org/protocol.html]
/// </summary>
[Feature(Features.Publication)]
internal sealed class Sitemap(RegisterDocuments documents, Site site)
{
    /// <summary>The maximum number of addresses in a sitemap.</summary>
    public const int Most = 50_000;

    private const string MediaType = "application/xml";

    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Function("GetSitemap"), Public]
    [Gives(StatusCodes.Status200OK, mediaType: MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> AllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemap.xml")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var sitemap = await documents.ReadAsync(
            "sitemap.xml",
            entries => Task.FromResult(Written(entries.Count <= Most ? Urls(entries) : Index(entries.Count))),
            cancellationToken
        );
        return GetRegisterEntry.Served(request, sitemap, $"{MediaType}; charset=utf-8");
    }

    [Function("GetSitemapPart"), Public]
    [Gives(StatusCodes.Status200OK, mediaType: MediaType)]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> PartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemaps/{part:int}")] HttpRequest request,
        string part,
        CancellationToken cancellationToken
    )
    {
        var number = part.AsNumber();
        var before = (number - 1L) * Most;
        var sitemap = await documents.ReadAsync(
            $"sitemaps/{number}",
            entries =>
                before >= 0 && before < entries.Count
                    ? Task.FromResult(Written(Urls(entries.Skip((int)before).Take(Most))))
                    : throw new ProblemException(Problem.NotFound),
            cancellationToken
        );
        return GetRegisterEntry.Served(request, sitemap, $"{MediaType}; charset=utf-8");
    }

    private XElement Urls(IEnumerable<RegisterEntry> entries) =>
        new(Names + "urlset", entries.Select(entry => new XElement(Names + "url", new XElement(Names + "loc", site.Entry(entry.Number)))));

    private XElement Index(int entries) =>
        new(
            Names + "sitemapindex",
            Enumerable
                .Range(1, (entries + Most - 1) / Most)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{site.Url}/sitemaps/{part}"))
                .Select(address => new XElement(Names + "sitemap", new XElement(Names + "loc", address)))
        );

    private static BinaryData Written(XElement root)
    {
        using MemoryStream bytes = new();
        new XDocument(new XDeclaration("1.0", "utf-8", standalone: null), root).Save(bytes, SaveOptions.DisableFormatting);
        return BinaryData.FromBytes(bytes.ToArray());
    }
}
