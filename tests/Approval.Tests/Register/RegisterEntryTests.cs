using System.Text.Json;

namespace MicroCred.Approval.Tests;

public sealed class RegisterEntryTests
{
    [Fact]
    public void An_entry_says_what_was_approved()
    {
        var entry = AnEntry.Of(AnApplication.WithoutFault, 7);
        Assert.Equal((7, 1, "5056", "Workshop foundations"), (entry.Number, entry.Version, entry.Code?.ToString(), entry.Title));
        Assert.Equal((3, 20, "030501"), (entry.Level.Value, entry.Credits.Value, entry.Nzsced?.ToString()));
        Assert.Equal((RegisterStatus.Current, null, null), (entry.Status, entry.LastEnrolment, entry.LastAchievement));
        Assert.Equal(2, entry.Standards.Count);
        Assert.Equal(AnApplication.Id.Value, entry.Ctid);
    }

    [Fact]
    public void Its_approval_date_is_the_decisions_day_in_Auckland_and_its_review_is_due_after_its_period()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        var approved = evaluated.Decide(
            evaluated.Task(),
            DecisionOutcome.Approve,
            "As found.",
            [],
            next: null,
            Stages.Settings,
            People.Evaluator,
            Moments.Auckland("2026-03-10T00:30:00+13:00")
        );
        var entry = RegisterEntry.From(approved.Application(), 1, null);
        Assert.Equal((Moments.Day("2026-03-10"), Moments.Day("2027-03-10")), (entry.ApprovedOn, entry.ReviewDue));
    }

    [Theory]
    [InlineData(ApplicationType.ListingApproval, false)]
    [InlineData(ApplicationType.ListingApprovalAccreditation, true)]
    [InlineData(ApplicationType.Accreditation, true)]
    public void Its_provider_delivers_it_unless_it_was_only_listed(ApplicationType type, bool delivers)
    {
        var entry = AnEntry.Of(AnApplication.WithoutFault.WithAll(content => content with { Type = type }));
        Assert.Equal(delivers, entry.Deliverers.Contains(Providers.Mito));
    }

    [Fact]
    public void It_shows_the_funding_where_that_was_asked_for()
    {
        var approved = AnApplication.WithoutFault.AskingForFunding().Approved();
        var funded = approved.AssessFunding(approved.Assessment(approved.Decision), null, new(), Moments.Monday).Application();
        Assert.Equal(new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1667m), RegisterEntry.From(funded, 1, null).Funding);
        Assert.Null(AnEntry.Of(AnApplication.WithoutFault).Funding);
    }

    [Fact]
    public void It_shows_what_the_application_says_of_ways_conditions_partners_and_places()
    {
        var entry = AnEntry.Of(AnApplication.WithEveryFact);

        var content = AnApplication.WithEveryFact.Content;
        var facts = content.MicroCredential!;
        Assert.Equal(facts.Pathways, entry.Pathways);
        Assert.Equal(
            (facts.RecognitionOfPriorLearning, facts.AwardRequires, facts.AssessorRequirements, facts.RestrictedTo),
            (entry.RecognitionOfPriorLearning, entry.AwardRequires, entry.AssessorRequirements, entry.RestrictedTo)
        );
        Assert.Equal(facts.Languages, entry.Languages);
        Assert.Equal(facts.DeliverySites, entry.DeliverySites);
        Assert.Equal(content.Partners, entry.Partners);
        Assert.Equal(content.CommissionedBy, entry.CommissionedBy);
    }

    [Fact]
    public void A_universitys_own_says_which_body_approved_it_and_when()
    {
        UniversityApprovalContent approval = new("Academic Board", new DateOnly(2026, 2, 3), "AB 26/12");
        var approved = AnApplication
            .ByAUniversity.WithAll(content => content with { UniversityApproval = approval })
            .Validated()
            .ApproveByUniversity(Moments.Monday)
            .Application();

        Assert.Equal(approval, RegisterEntry.From(approved, 1, null).UniversityApproval);
    }

    [Fact]
    public void Its_pathways_have_the_titles_that_publication_found()
    {
        PathwayContent named = new(PathwayKind.Follows, 7, "Workshop safety");
        var published = AnApplication
            .WithEveryFact.Approved()
            .Publish(new(1, null, Moments.Monday) { Pathways = [named] }, Moments.Monday)
            .Application();

        Assert.Equal([named], RegisterEntry.From(published, 1, null).Pathways);
    }

    [Fact]
    public void Texts_that_say_nothing_are_left_out()
    {
        var entry = AnEntry.Of(
            AnApplication.WithoutFault.With(content =>
                content with
                {
                    RecognitionOfPriorLearning = " ",
                    RestrictedTo = "\u200B",
                    Languages = [""],
                    DeliverySites = [" ", "Auckland"],
                }
            )
        );

        Assert.Equal((null, null), (entry.RecognitionOfPriorLearning, entry.RestrictedTo));
        Assert.Empty(entry.Languages);
        Assert.Equal(["Auckland"], entry.DeliverySites);
    }

    [Fact]
    public void What_was_stored_before_it_had_these_facts_can_be_read()
    {
        var json = JsonSerializer.SerializeToNode(AnEntry.Of(AnApplication.WithoutFault), ApprovalJson.Options)!.AsObject();
        foreach (var fact in (string[])["pathways", "languages", "deliverySites", "partners", "universityApproval", "awardRequires"])
        {
            Assert.True(json.Remove(fact));
        }

        var read = json.Deserialize<RegisterEntry>(ApprovalJson.Options)!;
        Assert.Empty(read.Pathways.Concat(read.LinkedFrom));
        Assert.Empty(read.Languages.Concat(read.DeliverySites));
        Assert.Empty(read.Partners);
    }

    [Fact]
    public void It_keeps_its_form_through_JSON()
    {
        var json = JsonSerializer.Serialize(AnEntry.Of(AnApplication.WithEveryFact), ApprovalJson.Options);
        var read = JsonSerializer.Deserialize<RegisterEntry>(json, ApprovalJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(read, ApprovalJson.Options));
    }

    [Fact]
    public void Nothing_that_was_not_approved_gets_one()
    {
        Assert.Throws<InvalidOperationException>(() => RegisterEntry.From(AnApplication.WithoutFault.Evaluated(), 1, null));
        Assert.Throws<InvalidOperationException>(() => RegisterEntry.From(AnApplication.WithoutFault.Declined(), 1, null));
    }
}
