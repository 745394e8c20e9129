using System.Xml;
using MicroCred.Inspection.Pdf;
using MicroCred.Inspection.Tests.Files;
using MicroCred.Inspection.Zip;

namespace MicroCred.Inspection.Tests;

public sealed class FuzzedDocuments
{
    private static readonly InspectionLimits Limits = new() { PdfObjects = 5_000, PdfValues = 10_000 };

    [Fact]
    public void Whatever_bytes_come_the_inspection_ends_in_a_verdict_of_its_own()
    {
        foreach (var file in FuzzedCases.Like("*"))
        {
            Inspect(file);
        }
    }

    private static void Inspect(byte[] file)
    {
        var content = new BoundedStream(new MemoryStream(file, writable: false), Limits.ReadingOf(file.Length));
        var kind = ContentKinds.Of(content);
        var survey = kind == ContentKind.Pdf ? new PdfSurvey(content, Limits) : null;
        try
        {
            new FileInspection(Limits, new DocumentClaim("document", DocumentTypes.Docx), kind).Of(content);
            survey?.Take();
        }
        catch (Exception fault) when (IsVerdict(fault, kind))
        {
            Assert.InRange(survey?.Contents.Objects.Count ?? 0, 0, Limits.PdfObjects);
        }
        catch (Exception fault)
        {
            FuzzedCases.Fail(fault, file);
        }
        Assert.InRange(content.BytesRead, 0, Limits.ReadingOf(file.Length));
    }

    private static bool IsVerdict(Exception fault, ContentKind kind) =>
        fault is HostileContentException or UnreadableContentException or InspectionLimitException or ZipRefusedException
        || (kind == ContentKind.Zip && fault is XmlException or InvalidDataException);
}
