using MicroCred.App.OpenApi;

namespace MicroCred.App.Importing;

/// <inheritdoc/>
internal sealed class ImportingExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) => [new(nameof(GetImportRules), ImportRules.Published)];
}
