namespace MicroCred.App.Submission.Documents;

/// <summary>The relationships of a package: what its parts lean on, inside it and outside.</summary>
internal static class Relationships
{
    private const string OfThePackage = "_rels/.rels";

    public static bool IsPart(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the part that the package is about; null where it doesn't say.</summary>
    public static string? MainPart(SafeZip zip)
    {
        if (zip.Find(OfThePackage) is not { } entry)
            return null;
        using var part = zip.Read(entry);
        return Read(part).FirstOrDefault(relationship => relationship.Kind == "officeDocument")?.Target.TrimStart('/');
    }

    /// <exception cref="HostileContentException">One of them runs something, or fetches it.</exception>
    public static void RefuseActive(Stream part)
    {
        foreach (var relationship in Read(part))
        {
            ActiveContent.RefuseRelationship(relationship.Kind);
            if (relationship.IsExternal && !ExternalTargets.IsHarmless(relationship.Kind, relationship.Target))
                throw new HostileContentException("fetches something from elsewhere when it is opened");
        }
    }

    private static IEnumerable<Relationship> Read(Stream part) =>
        PartXml.Elements(part).Where(element => element.LocalName == "Relationship").Select(element =>
            new Relationship(
                Trimmed(element.GetAttribute("Type")).Split('/')[^1],
                Trimmed(element.GetAttribute("Target")),
                Trimmed(element.GetAttribute("TargetMode"))));

    private static string Trimmed(string? attribute) => attribute?.Trim() ?? "";
}
