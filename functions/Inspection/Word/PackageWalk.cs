using System.Xml;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Word;

/// <summary>
/// Checks all parts of an Office package, referenced or not, and of the packages inside it: a chart, for example, keeps its numbers in a
/// workbook. Every part is unpacked once.
/// </summary>
internal sealed class PackageWalk(InspectionLimits limits)
{
    /// <param name="package">The package.</param>
    /// <param name="types">The package's content types.</param>
    /// <param name="main">The main document part of the outermost package.</param>
    /// <param name="depth">The number of enclosing packages.</param>
    /// <exception cref="HostileContentException">Content in the package runs or fetches something.</exception>
    /// <exception cref="UnreadableContentException">A part that Office reads is malformed.</exception>
    public void Through(SafeZip package, PartTypes types, ZippedFile? main = null, int depth = 0)
    {
        if (depth > limits.Nesting)
        {
            throw new HostileContentException("packs files into files into files");
        }

        foreach (var part in package.Files)
        {
            var type = types.Of(part);
            ActiveContent.RefuseName(part.FullName);
            ActiveContent.RefuseType(type);
            using var content = new WatchedContent(package.Read(part));
            ActiveContent.RefuseHead(content.Head);
            if (BinaryLink.StartsProgram(type, content.Head))
            {
                throw PartContent.LinkedProgram();
            }

            if (FileSignatures.IsZip(content.Head))
            {
                Within(package, content, depth);
            }
            else if (part == main)
            {
                PartContent.Check(content, PartRole.Main);
            }
            else
            {
                CheckXml(content, RoleOf(part, type));
            }

            content.Drain();
        }
    }

    private static PartRole RoleOf(ZippedFile part, string type)
    {
        if (Relationships.IsPart(part.FullName))
        {
            return PartRole.Relationships;
        }

        return
            type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) && type.Contains("officedocument", StringComparison.OrdinalIgnoreCase)
            ? PartRole.Office
            : PartRole.Other;
    }

    private static void CheckXml(WatchedContent content, PartRole role)
    {
        if (role == PartRole.Other && !PartXml.Begins(content.Head))
        {
            return;
        }

        try
        {
            PartContent.Check(content, role);
        }
        catch (XmlException) when (role == PartRole.Other)
        {
            // Images, printer settings and custom data: Office doesn't read them as XML, so they may have any content.
        }
    }

    private void Within(SafeZip package, WatchedContent content, int depth)
    {
        using var copy = TempFile.Create();
        content.CopyTo(copy);
        using var inner = Opened(package, copy);
        Through(inner, PartTypes.Of(inner), depth: depth + 1);
    }

    private static SafeZip Opened(SafeZip package, Stream copy)
    {
        try
        {
            return package.Within(copy);
        }
        catch (ZipRefusedException zip) when (zip.Fault == ZipFault.Encrypted)
        {
            throw new HostileContentException("has a file inside that is locked with a password");
        }
    }
}
