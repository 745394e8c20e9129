using System.Net.Http.Headers;
using MicroCred.Demo.Cases;

namespace MicroCred.Demo.Http;

/// <summary>Creates request bodies that carry files.</summary>
internal static class Uploads
{
    public static HttpContent Package(SampleCase sample) => Typed(sample.Package(), "application/zip");

    public static HttpContent Register() => Typed(SampleRegister.File, "text/csv");

    public static HttpContent Document(SampleCase sample, ScriptedDocument document) =>
        new MultipartFormDataContent
        {
            { new StringContent(document.Kind), "kind" },
            { Typed(sample.Make(document), ContentType(document.File)), "file", document.File },
        };

    private static ByteArrayContent Typed(byte[] content, string type) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static string ContentType(string file) =>
        Path.GetExtension(file) == ".docx" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/pdf";
}
