using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Http;

/// <summary>The JSON of HTTP bodies, for those that read or write one outside a request.</summary>
internal sealed class HttpJson(IOptions<JsonOptions> options)
{
    public JsonSerializerOptions Options => options.Value.SerializerOptions;
}
