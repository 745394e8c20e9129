namespace MicroCred.App.Submission.Documents;

/// <summary>Goes through all parts of an Office package, and of the packages inside it: a chart keeps its numbers in a workbook.</summary>
internal sealed class PackageWalk(InspectionLimits limits)
{
    private const int LongestSignature = 16;

    public void Through(SafeZip package, int depth = 0)
    {
        if (depth > limits.Nesting)
            throw new HostileContentException("packs files into files into files");
        foreach (var type in PartTypes.Declared(package))
            ActiveContent.RefuseType(type);
        foreach (var file in package.Files)
        {
            ActiveContent.RefuseName(file.FullName);
            if (Relationships.IsPart(file.FullName))
                package.Read(file, Relationships.RefuseActive);
            package.Read(file, Eicar.RefuseIn);
            Inside(package, file, depth);
        }
    }

    private void Inside(SafeZip package, ZippedFile file, int depth)
    {
        using var content = package.Read(file);
        Span<byte> head = stackalloc byte[LongestSignature];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        ActiveContent.RefuseHead(head);
        if (!FileSignatures.IsZip(head))
            return;
        using var copy = TempFile.Create();
        copy.Write(head);
        content.CopyTo(copy);
        using var inner = package.Within(copy);
        Through(inner, depth + 1);
    }
}
