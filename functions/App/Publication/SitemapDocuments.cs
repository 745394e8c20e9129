using System.Globalization;
using System.Xml.Linq;
using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>
/// The address of each entry's page, for search engines: one sitemap, or an index of several where one would exceed the protocol's limit.
/// [sitemaps.org/protocol.html]
/// </summary>
internal sealed class SitemapDocuments(Site site) : IRegisterDocumentSource
{
    /// <summary>The maximum number of addresses in a sitemap.</summary>
    public const int Most = 50_000;

    public const string MediaType = "application/xml";

    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today) =>
        PartsOf(register.Entries) is > 1 and var parts
            ? Enumerable.Range(1, parts).Select(part => Part(register, part)).Prepend(All(register))
            : [All(register)];

    /// <summary>The sitemap, or the index of all.</summary>
    public RegisterDocument All(RegisterAsOf register) =>
        Document("sitemap.xml", () => PartsOf(register.Entries) is > 1 and var parts ? Index(parts) : Urls(register.Entries));

    /// <summary>One sitemap of several, from 1; empty past the last.</summary>
    public RegisterDocument Part(RegisterAsOf register, int part) =>
        Document($"sitemaps/{part}.xml", () => Urls(register.Entries.Skip((part - 1) * Most).Take(Most)));

    /// <summary>How many sitemaps it takes: one that is enough for all needs no index.</summary>
    public static int PartsOf(IReadOnlyList<RegisterEntry> entries) => Math.Max(1, (entries.Count + Most - 1) / Most);

    private XElement Urls(IEnumerable<RegisterEntry> entries) =>
        new(Names + "urlset", entries.Select(entry => new XElement(Names + "url", new XElement(Names + "loc", site.Entry(entry.Number)))));

    private XElement Index(int parts) =>
        new(
            Names + "sitemapindex",
            Enumerable
                .Range(1, parts)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{site.Url}/sitemaps/{part}"))
                .Select(address => new XElement(Names + "sitemap", new XElement(Names + "loc", address)))
        );

    private static RegisterDocument Document(string name, Func<XElement> root) =>
        RegisterDocument.Of(name, $"{MediaType}; charset=utf-8", _ => Task.FromResult(Written(root())));

    private static BinaryData Written(XElement root)
    {
        using MemoryStream bytes = new();
        new XDocument(new XDeclaration("1.0", "utf-8", standalone: null), root).Save(bytes, SaveOptions.DisableFormatting);
        return BinaryData.FromBytes(bytes.ToArray());
    }
}
