using MicroCred.App.OpenApi;
using MicroCred.Approval;

namespace MicroCred.App.Trial;

/// <inheritdoc/>
internal sealed class TrialExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        var edition = RuleEditions.Default with { Id = "tried", MaximumCredits = 10 };
        return
        [
            new(
                nameof(TryRules),
                new TrialResult(
                    Applications: 1,
                    [
                        .. EditionTrial
                            .Breaks(example.Settled, edition, RuleEditions.Default)
                            .Select(rule => new FailingRule(rule, 1, [example.Settled.Id])),
                    ]
                ),
                edition
            ),
        ];
    }
}
