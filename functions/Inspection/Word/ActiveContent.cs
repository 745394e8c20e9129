namespace MicroCred.Inspection.Word;

/// <summary>Refuses content of an Office package that can run, by a part's declared type, relationship kind, name or first bytes.</summary>
internal static class ActiveContent
{
    private const string Macros = "has macros";
    private const string Controls = "has ActiveX controls";
    private const string Objects = "has embedded (OLE) objects";
    private const string Import = "brings in another document when it is opened";

    // Without macroEnabled: a binary workbook's type always contains it; whether there are macros is what counts.
    private static readonly (string Part, string Reason)[] Types =
    [
        ("vbaProject", Macros),
        ("vbaData", Macros),
        ("macrosheet", Macros),
        ("activeX", Controls),
        ("oleObject", Objects),
    ];

    private static readonly Dictionary<string, string> Relationships = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vbaProject"] = Macros,
        ["wordVbaData"] = Macros,
        ["xlMacrosheet"] = Macros,
        ["xlIntlMacrosheet"] = Macros,
        ["control"] = Controls,
        ["activeXControlBinary"] = Controls,
        ["oleObject"] = Objects,
        ["aFChunk"] = Import,
        ["subDocument"] = Import,
        ["frame"] = Import,
    };

    private static readonly HashSet<string> ProgramExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe",
        ".dll",
        ".com",
        ".scr",
        ".msi",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".vbe",
        ".js",
        ".jse",
        ".wsf",
        ".wsh",
        ".hta",
        ".lnk",
        ".jar",
        ".sh",
        ".reg",
    };

    public static void RefuseType(string contentType)
    {
        foreach (var (part, reason) in Types)
        {
            if (contentType.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                throw new HostileContentException(reason);
            }
        }
    }

    public static void RefuseRelationship(Relationship relationship)
    {
        // A chart keeps a link to its source workbook as an object, though no object is in the document.
        var isLinked = relationship.IsExternal && string.Equals(relationship.Kind, "oleObject", StringComparison.OrdinalIgnoreCase);
        if (!isLinked && Relationships.TryGetValue(relationship.Kind, out var reason))
        {
            throw new HostileContentException(reason);
        }
    }

    public static void RefuseName(string name)
    {
        if (Path.GetFileName(name).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            throw new HostileContentException(Macros);
        }

        if (ProgramExtensions.Contains(Path.GetExtension(name)))
        {
            throw Program();
        }
    }

    public static void RefuseHead(ReadOnlySpan<byte> head)
    {
        // Text may also begin with MZ; WindowsProgramWatch tells the two apart later.
        if (FileSignatures.IsProgram(head) && !WindowsProgramWatch.MayBegin(head))
        {
            throw Program();
        }

        if (FileSignatures.IsCompoundFile(head))
        {
            throw new HostileContentException(Objects);
        }
    }

    public static HostileContentException Program() => new("has a program or script inside");
}
