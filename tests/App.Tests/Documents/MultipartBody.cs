using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

/// <summary>A multipart/form-data body built by hand, well-formed or not.</summary>
internal sealed class MultipartBody
{
    private const string Boundary = "a-boundary";

    public const string ContentType = $"multipart/form-data; boundary=\"{Boundary}\"";

    private readonly List<byte> _body = [];

    public static byte[] Closing { get; } = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");

    public MultipartBody Kind(string kind = "Curriculum") => Part("form-data; name=\"kind\"", Encoding.UTF8.GetBytes(kind));

    public MultipartBody File(byte[] content, string fileName = "curriculum.pdf", string name = "file") =>
        Part($"form-data; name=\"{name}\"; filename=\"{fileName}\"", content, "application/octet-stream");

    public MultipartBody Part(string disposition, byte[] content, string? contentType = null) =>
        Raw(
            $"--{Boundary}\r\nContent-Disposition: {disposition}\r\n{(contentType is null ? "" : $"Content-Type: {contentType}\r\n")}\r\n",
            content,
            "\r\n"u8.ToArray()
        );

    public MultipartBody Raw(string text, params byte[][] more)
    {
        _body.AddRange(Encoding.UTF8.GetBytes(text));
        foreach (var bytes in more)
        {
            _body.AddRange(bytes);
        }

        return this;
    }

    /// <summary>The body so far, and the headers of the part file.</summary>
    public byte[] Opening(string fileName) =>
        Raw($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{fileName}\"\r\n\r\n")._body.ToArray();

    public HttpRequest Request(string contentType = ContentType) => Request(new MemoryStream(Whole()), contentType);

    public HttpRequest CutOff(int bytes) => Request(new MemoryStream(Whole()[..^bytes]), ContentType);

    public static HttpRequest Request(Stream body, string contentType)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.ContentType = contentType;
        request.Body = body;
        return request;
    }

    private byte[] Whole() => [.. _body.ToArray(), .. Closing[2..]];
}
