namespace MicroCred.Approval.Tests;

public sealed class EditionFaultsTests
{
    private static readonly RuleEdition Good = RuleEditions.Default;

    [Fact]
    public void The_editions_that_there_are_have_none() => Assert.Empty(RuleEditions.All.SelectMany(EditionFaults.In));

    public static TheoryData<string, RuleEdition> Faulty { get; } =
        new()
        {
            { "id", Good with { Id = " " } },
            { "framework", Good with { Framework = "\u200b" } },
            { "criteria[0].name", Good with { Criteria = [Good.Criteria[0] with { Name = "two\nlines" }] } },
            { "standardSettingBody", Good with { StandardSettingBody = new string('x', 201) } },
            { "minimumCredits", Good with { MinimumCredits = 0 } },
            { "maximumCredits", Good with { MaximumCredits = 41 } },
            { "maximumCredits", Good with { MinimumCredits = 20, MaximumCredits = 19 } },
            { "reviewYears", Good with { ReviewYears = [] } },
            { "reviewYears[1]", Good with { ReviewYears = [1, 0] } },
            { "criteria", Good with { Criteria = [] } },
            { "criteria[1].number", Good with { Criteria = [Good.Criteria[0], Good.Criteria[2]] } },
            { "criteria[0].question", Good with { Criteria = [Good.Criteria[0] with { Question = "" }] } },
        };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_named_with_its_field(string field, RuleEdition edition) =>
        Assert.Equal(field, Assert.Single(EditionFaults.In(edition)).Field);
}
