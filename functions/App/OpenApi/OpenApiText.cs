using MicroCred.App.Http;

namespace MicroCred.App.OpenApi;

/// <summary>The description as text, made when it's first asked for.</summary>
internal sealed class OpenApiText(HttpJson json)
{
    private readonly Lazy<string> _text = new(() => OpenApiDocument.Of(typeof(OpenApiText).Assembly, json.Options).ToJsonString(json.Options));

    public string Value => _text.Value;
}
