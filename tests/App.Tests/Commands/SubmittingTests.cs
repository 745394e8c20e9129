using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class SubmittingTests
{
    private static readonly UploadedDocument[] Documents =
    [
        Uploads.Of(DocumentKind.Curriculum),
        Uploads.Of(DocumentKind.AssessmentPlan, digit: 'b'),
        Uploads.Of(DocumentKind.EvidenceOfNeed, digit: 'c'),
    ];

    [Fact]
    public void A_submission_is_judged_by_the_edition_in_force()
    {
        var draft = AnApplication.WithoutFault.Draft();

        var submitted = new SubmitApplication(draft.Id).Apply(draft, Applying.ContextOf(Callers.Mito)).Accepted().After();

        Assert.Equal((ApplicationStatus.Submitted, RuleEditions.Default.Id), (submitted.Status, submitted.Edition));
    }

    [Fact]
    public void A_package_is_draft_documents_and_submission_in_one_change()
    {
        var submitted = Submit(Documents).Accepted();

        Assert.Equal((ApplicationStatus.Submitted, 1), (submitted.After().Status, submitted.After().Revision));
        Assert.Equal(
            [nameof(Drafted), nameof(DocumentAdded), nameof(DocumentAdded), nameof(DocumentAdded), nameof(Submitted)],
            submitted.Change.Events.Select(e => e.What.Name)
        );
        Assert.Equal(Enumerable.Range(1, submitted.After().EventCount), submitted.Change.Events.Select(e => e.Number));
        Assert.Equal(Documents, submitted.Uploads);
    }

    [Fact]
    public void A_package_with_one_document_too_many_is_refused_whole() =>
        Submit([.. Documents, .. Enumerable.Repeat(Uploads.Of(DocumentKind.Other), DocumentLimits.Count)]).Refused(RefusalKind.TooLarge);

    private static Outcome<Transition> Submit(UploadedDocument[] documents) =>
        new SubmitPackage(AnApplication.WithoutFault.Content, documents).Begin(AnApplication.Id, Applying.ContextOf(Callers.Mito));
}
