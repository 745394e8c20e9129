using MicroCred.App.Serialization;

namespace MicroCred.App.OpenApi;

/// <summary>The description as text, created on first use.</summary>
internal sealed class OpenApiText
{
    private readonly Lazy<string> _text = new(() =>
        OpenApiDocument.Of(typeof(OpenApiText).Assembly, AppJson.Api).ToJsonString(AppJson.Api)
    );

    public string Value => _text.Value;
}
