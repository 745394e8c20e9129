using MicroCred.App.Storage;

namespace MicroCred.App.Tests.Commands;

/// <summary>Documents as a successful upload leaves them.</summary>
internal static class Uploads
{
    public static UploadedDocument Of(
        DocumentKind kind,
        long size = 1000,
        char digit = 'a',
        string incoming = "nowhere",
        params Finding[] findings
    ) => new(kind, $"{kind}.pdf", "application/pdf", size, new string(digit, 64), findings, incoming);
}
