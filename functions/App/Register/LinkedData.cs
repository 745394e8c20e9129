using System.Globalization;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// A register entry as linked data: an Open Badges 3.0 Achievement that is also a CTDL MicroCredential and a schema.org
/// EducationalOccupationalCredential, so that one document serves readers of each vocabulary.
/// </summary>
/// <remarks>
/// Sources: Open Badges 3.0 (1EdTech), section B.1 Achievement; CTDL terms (Credential Engine), class ceterms:MicroCredential; schema.org
/// EducationalOccupationalCredential. CTDL asks for a description of at least 15 characters.
/// </remarks>
internal static class LinkedData
{
    public const string MediaType = "application/ld+json";

    /// <summary>The document's bytes.</summary>
    public static BinaryData Document(RegisterEntry entry, string address) => AppJson.Bytes(Of(entry, address));

    /// <summary>The document's terms; absent values are omitted, since a reader may take null for a value.</summary>
    public static Dictionary<string, object> Of(RegisterEntry entry, string address)
    {
        var description =
            entry.Purpose.Length >= 15
                ? entry.Purpose
                : $"{entry.Title}: a micro-credential of level {entry.Level}, {entry.Credits} credits.";
        var languages = entry.Languages is { Count: > 0 } stated ? stated : ["en-NZ"];
        Dictionary<string, object?> creator = new()
        {
            ["id"] = $"{address}#provider",
            ["type"] = new[] { "Profile", "schema:Organization" },
            ["name"] = entry.Developer.Name,
        };
        Dictionary<string, object?> terms = new()
        {
            ["@context"] = new object[]
            {
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                new Dictionary<string, string> { ["ceterms"] = "https://purl.org/ctdl/terms/", ["schema"] = "https://schema.org/" },
            },
            ["id"] = address,
            ["type"] = new[] { "Achievement", "ceterms:MicroCredential", "schema:EducationalOccupationalCredential" },
            ["achievementType"] = "MicroCredential",
            ["name"] = entry.Title,
            ["description"] = description,
            ["criteria"] = new Dictionary<string, string>
            {
                ["narrative"] = string.Join("\n", entry.Outcomes.Select(outcome => $"- {outcome}")),
            },
            ["creator"] = creator,
            ["creditsAvailable"] = entry.Credits.Value,
            ["fieldOfStudy"] = entry.Nzsced?.NarrowField,
            ["humanCode"] = entry.Code?.ToString(),
            ["version"] = $"{entry.Version}",
            ["inLanguage"] = languages[0],
            ["alignment"] = entry
                .Standards.Where(standard => standard.Number is not null)
                .Select(standard => new Dictionary<string, object?>
                {
                    ["type"] = "Alignment",
                    ["targetName"] = Text.IsGiven(standard.Title) ? standard.Title : $"Standard {standard.Number}",
                    ["targetCode"] = $"{standard.Number} v{standard.Version ?? 1}",
                    ["targetFramework"] = "New Zealand unit and skill standards",
                    ["targetUrl"] = $"{address}#standard-{standard.Number}",
                })
                .ToArray(),
            ["ceterms:name"] = entry.Title,
            ["ceterms:description"] = description,
            ["ceterms:ctid"] = $"ce-{entry.Ctid:D}",
            ["ceterms:ownedBy"] = $"{address}#provider",
            ["ceterms:credentialStatusType"] = entry.Status switch
            {
                RegisterStatus.Discontinued => "credentialStat:Ceased",
                RegisterStatus.ListedByMistake => "credentialStat:Deprecated",
                _ => "credentialStat:Active",
            },
            ["ceterms:subjectWebpage"] = address,
            ["ceterms:inLanguage"] = languages,
            ["ceterms:preparationFrom"] = Targets(entry, PathwayKind.Follows, address),
            ["ceterms:isPreparationFor"] = Targets(entry, PathwayKind.LeadsTo, address),
            ["ceterms:isAdvancedStandingFor"] = Targets(entry, PathwayKind.CountsTowards, address),
            ["ceterms:supersedes"] = Some(
                entry
                    .Pathways.Where(pathway => pathway.Kind == PathwayKind.Replaces)
                    .Select(pathway => PageOf(pathway, address))
                    .OfType<string>()
            ),
            ["ceterms:requires"] = Some(Requirements(entry)),
            ["ceterms:availableAt"] = Some(
                entry.DeliverySites.Select(site => new Dictionary<string, string> { ["type"] = "ceterms:Place", ["ceterms:name"] = site })
            ),
            ["schema:credentialCategory"] = "Micro-credential",
            ["schema:educationalLevel"] = $"New Zealand Qualifications and Credentials Framework level {entry.Level}",
            ["schema:recognizedBy"] = new Dictionary<string, string>
            {
                ["type"] = "schema:Organization",
                ["name"] = "New Zealand Qualifications Authority",
            },
            ["schema:competencyRequired"] = entry.Outcomes,
        };
        return terms.Where(term => term.Value is not null).ToDictionary(term => term.Key, term => term.Value!);
    }

    private static Dictionary<string, string>[]? Targets(RegisterEntry entry, PathwayKind kind, string address) =>
        Some(
            entry
                .Pathways.Where(pathway => pathway.Kind == kind)
                .Select(pathway =>
                {
                    var profile = Profile(pathway.Name ?? $"Number {pathway.RegisterNumber}");
                    if (PageOf(pathway, address) is { } page)
                    {
                        profile["ceterms:targetCredential"] = page;
                    }

                    return profile;
                })
        );

    /// <summary>The page of a pathway's target, which is a neighbour of the entry's own; null for one without a number.</summary>
    private static string? PageOf(PathwayContent pathway, string address) =>
        pathway.RegisterNumber is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{address.AsSpan(0, address.LastIndexOf('/') + 1)}{number}")
            : null;

    private static IEnumerable<Dictionary<string, string>> Requirements(RegisterEntry entry) =>
        ((string?[])[entry.AwardRequires, entry.RestrictedTo]).OfType<string>().Select(Profile);

    private static Dictionary<string, string> Profile(string description) =>
        new() { ["type"] = "ceterms:ConditionProfile", ["ceterms:description"] = description };

    /// <summary>A list's items; null for none.</summary>
    private static T[]? Some<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
