namespace MicroCred.Inspection.Tests;

/// <summary>Inspects files for tests and asserts the result.</summary>
internal static class Inspecting
{
    public static async Task<Verdict> InspectAsync(
        byte[] file,
        string fileName,
        string? declaredType = null,
        InspectionLimits? limits = null
    )
    {
        using var content = new CountedReading(new MemoryStream(file, writable: false));
        var verdict = await new DocumentInspector(limits ?? InspectionLimits.Default).InspectAsync(
            content,
            fileName,
            declaredType,
            CancellationToken.None
        );
        Assert.InRange(content.BytesRead, 0, MostRead(file));
        return verdict;
    }

    /// <summary>The most bytes that may be read of a file, whatever its content.</summary>
    public static long MostRead(byte[] file) => (8L * file.Length) + (1 << 20);

    public static async Task AcceptsAsync(
        string contentType,
        byte[] file,
        string fileName,
        string? declaredType = null,
        InspectionLimits? limits = null
    )
    {
        var inspected = Assert.IsType<Verdict.Inspected>(await InspectAsync(file, fileName, declaredType, limits));
        Assert.Equal(contentType, inspected.ContentType);
        Assert.Empty(inspected.Findings);
    }

    public static async Task FindsAsync(
        string rule,
        byte[] file,
        string fileName,
        string? declaredType = null,
        InspectionLimits? limits = null
    )
    {
        var inspected = Assert.IsType<Verdict.Inspected>(await InspectAsync(file, fileName, declaredType, limits));
        var finding = Assert.Single(inspected.Findings);
        Assert.Equal((rule, Severity.Error), (finding.Rule, finding.Severity));
    }

    public static async Task RefusesAsync(string reason, byte[] file, string fileName, InspectionLimits? limits = null)
    {
        var hostile = Assert.IsType<Verdict.Hostile>(await InspectAsync(file, fileName, limits: limits));
        Assert.Contains(reason, hostile.Reason, StringComparison.Ordinal);
    }

    public static async Task IsNoDocumentAsync(byte[] file, string fileName) =>
        Assert.IsType<Verdict.NotADocument>(await InspectAsync(file, fileName));
}
