using MicroCred.App.OpenApi;

namespace MicroCred.App.Funding;

/// <inheritdoc/>
internal sealed class FundingExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [new(nameof(GetFunding), FundingView.Of(example.Settled.Funding!, binding: true))];
}
