using MicroCred.Approval;
using MicroCred.Approval.Tests;

namespace MicroCred.Portal.Tests;

/// <summary>The pages of an application's form: what is kept is shown in them, read from them, and read back.</summary>
public sealed class SectionsKeepWhatIsSaid
{
    private static readonly ApplicationContent Content = AnApplication
        .WithEveryFact.Urgent()
        .AskingForFunding()
        .WithAll(content => content with { UniversityApproval = new("Academic Board", new DateOnly(2026, 2, 3), "AB 26/12") })
        .Content;

    public static TheoryData<string> Slugs => [.. Section.All.Select(section => section.Slug)];

    [Theory, MemberData(nameof(Slugs))]
    public void Saving_a_page_that_nobody_touched_changes_nothing(string slug)
    {
        var section = Section.Find(slug)!;
        FormReader form = new(section.Arranged(section.FormOf(Content)));

        Assert.Equivalent(Content, section.Read(Content, form), strict: true);
        Assert.True(form.IsGood);
    }

    [Theory]
    [InlineData("about", "universityApproval.body")]
    [InlineData("about", "universityApproval")]
    [InlineData("pathways", "microCredential.pathways[0].registerNumber")]
    [InlineData("pathways", "partners[1].name")]
    [InlineData("need", "microCredential.expectedLearnersPerYear")]
    [InlineData("need", "need.stakeholders[0].response")]
    [InlineData("delivery", "microCredential.languages[1]")]
    [InlineData("delivery", "microCredential.recognitionOfPriorLearning")]
    [InlineData("purpose", "microCredential.outcomes[2]")]
    public void A_finding_is_on_the_page_with_its_field(string slug, string field) => Assert.Equal(slug, Section.Of(field).Slug);

    [Fact]
    public void The_answers_read_back_what_was_said()
    {
        var answers = Section.All.SelectMany(section => section.Answers(Content)).ToLookup(answer => answer.Label, answer => answer.Value);

        Assert.Equal(
            "Follows: number 7\nLeads to: New Zealand Apprenticeship\nCounts towards: number 8, Workshop practice",
            answers["Pathways"].Single()
        );
        Assert.Equal("Motor Trade Association (Industry): Gives the tools.", answers["Partners"].Single());
        Assert.Equal("Academic Board, 3 February 2026, AB 26/12", answers["Approved by the university"].Single());
        Assert.Equal("English (New Zealand), te reo Māori", answers["Languages"].Single());
        Assert.Equal("Auckland\nŌtautahi", answers["Where it is taught"].Single());
        Assert.Equal("Staff of one workshop.", answers["Who may enrol"].Single());
        Assert.Equal("A driver licence of class 1.", answers["Also needed for the award"].Single());
        Assert.Equal("40", answers["Learners expected in a year"].Single());
        Assert.Contains("What was done: Added it.", answers["Stakeholders"].Single(), StringComparison.Ordinal);
        Assert.Contains("moderated by another workshop", answers["Moderation"].Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("1/3/2026")]
    [InlineData(" 01/03/2026 ")]
    public void A_day_is_read_as_people_write_it(string typed) =>
        Assert.Equal(new DateOnly(2026, 3, 1), new FormReader(Form.Of(("day", typed))).Day("day", "The day"));

    [Theory]
    [InlineData("3/13/2026")]
    [InlineData("March")]
    public void Another_text_is_no_day(string typed)
    {
        FormReader form = new(Form.Of(("day", typed)));

        Assert.Null(form.Day("day", "The day"));
        Assert.Equal(["day"], form.Form.Errors.Select(error => error.Field));
    }
}
