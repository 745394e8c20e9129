using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class RejectInfectedDocumentsTests
{
    /// <summary>The hash of the builder's documents.</summary>
    private static readonly string Sha256 = new('a', 64);

    [Fact]
    public void Under_evaluation_it_goes_back_to_the_provider_and_the_evaluator_is_told_too()
    {
        var rejected = Reject(AnApplication.WithoutFault.InReview()).Accepted();

        Assert.Equal(ApplicationStatus.Returned, rejected.After().Status);
        Assert.Equal([("DocumentInfected", "9001"), ("EvaluationBrokenOff", People.Evaluator.Id)], rejected.Told());
        Assert.Equal(rejected.After().LapsesAt, Assert.IsType<DocumentInfectedNotice>(rejected.Notices[0]).LapsesAt);
    }

    [Fact]
    public void A_draft_stays_one_and_its_provider_is_told()
    {
        var rejected = Reject(AnApplication.WithoutFault.Draft()).Accepted();

        Assert.Equal(ApplicationStatus.Draft, rejected.After().Status);
        Assert.Equal([("DocumentInfected", "9001")], rejected.Told());
    }

    [Fact]
    public void What_is_on_the_register_stays_and_the_registrars_are_told()
    {
        var rejected = Reject(AnApplication.WithoutFault.Published()).Accepted();

        Assert.Equal(ApplicationStatus.Published, rejected.After().Status);
        Assert.Equal(
            [("DocumentInfected", "9001"), ("InfectedAfterApproval", "registrar"), ("InfectedAfterApproval", "registrar-2")],
            rejected.Told()
        );
    }

    [Fact]
    public void Once_is_enough() => Reject(Reject(AnApplication.WithoutFault.Draft()).Accepted().After()).Refused(RefusalKind.WrongState);

    [Fact]
    public void Bytes_that_no_document_has_are_not_found() =>
        Reject(AnApplication.WithoutFault.Draft(), new string('f', 64)).Refused(RefusalKind.NotFound);

    private static Outcome<Transition> Reject(Application application, string? sha256 = null) =>
        new RejectInfectedDocuments(new(application.Id, sha256 ?? Sha256), new MalwareScan("scan", "etag")).Apply(
            application,
            Applying.ContextOf(Caller.System)
        );
}
