namespace MicroCred.Inspection.Word;

/// <summary>
/// What in an Office package can run, told by a part's declared type, the kind of relationship, the name and the first bytes.
/// </summary>
internal static class ActiveContent
{
    private const string Macros = "has macros";
    private const string Controls = "has ActiveX controls";
    private const string Objects = "has embedded (OLE) objects";
    private const string Import = "brings in another document when it is opened";

    // Not macroEnabled: a binary workbook's type says that of itself always, and what counts is whether macros are there.
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
        // A chart remembers the workbook that it was drawn from as an object, though nothing of it is in the document.
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
        // Text may begin with a Windows program's two letters; whether it is one is told further in.
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
