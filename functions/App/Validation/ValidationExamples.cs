using MicroCred.App.Funding;
using MicroCred.App.OpenApi;
using MicroCred.Approval;

namespace MicroCred.App.Validation;

/// <inheritdoc/>
internal sealed class ValidationExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(
                nameof(CheckApplication),
                new ApplicationCheck(
                    Validator.Run(
                        new MicroCred.Approval.SubmittedApplication(example.Draft, RuleEditions.Default, RegisterContext.Nothing)
                    ),
                    FundingView.Of(FundingRules.Check(example.CaseOf(example.Draft)), binding: false)
                )
            ),
        ];
}
