namespace MicroCred.App.Submission.Documents;

/// <summary>What in an Office package can run, told by the declared type, the kind of relationship, the name and the first bytes.</summary>
internal static class ActiveContent
{
    private const string Macros = "has macros";
    private const string Controls = "has ActiveX controls";
    private const string Objects = "has embedded (OLE) objects";
    private const string Import = "brings in another document when it is opened";
    private const string Program = "has a program or script inside";

    private static readonly (string Part, string Reason)[] Types =
    [
        ("macroEnabled", Macros), ("vbaProject", Macros), ("vbaData", Macros), ("activeX", Controls), ("oleObject", Objects),
    ];

    private static readonly Dictionary<string, string> Relationships = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vbaProject"] = Macros,
        ["wordVbaData"] = Macros,
        ["control"] = Controls,
        ["activeXControlBinary"] = Controls,
        ["oleObject"] = Objects,
        ["aFChunk"] = Import,
        ["subDocument"] = Import,
        ["frame"] = Import,
    };

    private static readonly HashSet<string> ProgramExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".lnk", ".jar", ".sh", ".reg",
    };

    public static void RefuseType(string contentType)
    {
        foreach (var (part, reason) in Types)
        {
            if (contentType.Contains(part, StringComparison.OrdinalIgnoreCase))
                throw new HostileContentException(reason);
        }
    }

    /// <summary>By the last word of the relationship's type, which is the same in all editions of the standard.</summary>
    public static void RefuseRelationship(string kind)
    {
        if (Relationships.TryGetValue(kind, out var reason))
            throw new HostileContentException(reason);
    }

    public static void RefuseName(string name)
    {
        if (Path.GetFileName(name).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
            throw new HostileContentException(Macros);
        if (ProgramExtensions.Contains(Path.GetExtension(name)))
            throw new HostileContentException(Program);
    }

    public static void RefuseHead(ReadOnlySpan<byte> head)
    {
        if (FileSignatures.IsProgram(head))
            throw new HostileContentException(Program);
        if (FileSignatures.IsCompoundFile(head))
            throw new HostileContentException(Objects);
    }
}
