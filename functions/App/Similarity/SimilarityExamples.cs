using MicroCred.App.OpenApi;
using MicroCred.Approval;

namespace MicroCred.App.Similarity;

/// <inheritdoc/>
internal sealed class SimilarityExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        var (wanted, entry) = (Description.Of(example.Draft), Description.Of(example.Entry));
        return
        [
            new(
                nameof(GetSimilar),
                new SimilarListView([
                    new(
                        example.Entry.Number,
                        ApplicationId: null,
                        example.Entry.Title,
                        Likeness.Between(wanted, entry).Score,
                        SharedTexts.Of(wanted, entry)
                    ),
                ])
            ),
        ];
    }
}
