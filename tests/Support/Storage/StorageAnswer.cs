using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Tests.Support.Storage;

/// <summary>A complete answer from storage.</summary>
internal sealed class StorageAnswer(HttpResponseMessage response, byte[] body)
{
    // Kestrel sets these headers itself.
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
    };

    public HttpStatusCode Status => response.StatusCode;

    public string Text => Encoding.UTF8.GetString(body);

    public async Task WriteAsync(HttpResponse to)
    {
        to.StatusCode = (int)response.StatusCode;
        foreach (
            var header in response
                .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(header => !OfTheConnection.Contains(header.Key))
        )
        {
            to.Headers[header.Key] = header.Value.ToArray();
        }

        if (body.Length > 0)
        {
            await to.Body.WriteAsync(body, to.HttpContext.RequestAborted);
        }
    }
}
