namespace MicroCred.App.OpenApi;

/// <inheritdoc/>
internal sealed class OpenApiExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) => [new(nameof(GetOpenApi), new { openapi = "3.1.1" })];
}
