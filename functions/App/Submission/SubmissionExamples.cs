using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <inheritdoc/>
internal sealed class SubmissionExamples : IFunctionExamples
{
    public IEnumerable<FunctionExample> Of(ExampleCase example) =>
        [
            new(nameof(CreateApplication), ApplicationView.Of(example.Draft), example.Content),
            new(nameof(ListApplications), new ListPage<ApplicationSummary>([ApplicationSummary.Of(example.Published)], Next: null)),
            new(nameof(GetApplication), ApplicationView.Of(example.Published)),
            new(nameof(ReplaceApplication), ApplicationView.Of(example.Draft), example.Content),
            new(
                nameof(AddDocument),
                DocumentView.Of(example.Complete.Documents[0]),
                new { kind = example.Complete.Documents[0].Kind, file = "The file's bytes." }
            ),
            new(nameof(SubmitApplication), ApplicationView.Of(example.Submitted)),
            new(nameof(SubmitPackage), ApplicationView.Of(example.Submitted), new { file = "The zip's bytes." }),
            new(nameof(WithdrawApplication), ApplicationView.Of(example.Withdrawn), new WithdrawApplication.Withdrawal(ExampleCase.Reason)),
            new("GetVersions", VersionsView.Of(example.Submitted)),
            new(
                "GetChanges",
                new ChangesView(
                    VersionContent
                        .Of(example.Draft)
                        .ChangesTo(
                            VersionContent.Of(
                                example.Submitted with
                                {
                                    Content = example.Content with
                                    {
                                        MicroCredential = example.Content.MicroCredential! with { ReviewPeriodYears = 2 },
                                    },
                                }
                            )
                        )
                )
            ),
            new(
                nameof(GetTimeline),
                GetTimeline.Timeline.Of(
                    example.Referred,
                    new([.. example.EventsUntilReferral.ShownTo(example.Referred, ExampleCase.Reader)], Next: null),
                    ExampleCase.Reader
                )
            ),
        ];
}
