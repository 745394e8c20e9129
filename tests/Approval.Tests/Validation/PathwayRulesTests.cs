namespace MicroCred.Approval.Tests;

public sealed class PathwayRulesTests
{
    private static readonly PathwayTarget Paper = new(7, "Leading in schools", Credits: 15, CreditsCounted: 10);

    [Fact]
    public void A_pathway_that_names_nothing_breaks_PATH01() =>
        Findings(20, new PathwayContent(PathwayKind.LeadsTo, Name: "\u200B"))
            .AssertBreaksOnly("PATH01", Severity.Error, "microCredential.pathways[0].name");

    [Fact]
    public void A_pathway_without_a_kind_breaks_PATH01() =>
        Findings(20, new(PathwayKind.LeadsTo, Name: "Apprenticeship"), new(Name: "A diploma"))
            .AssertBreaksOnly("PATH01", Severity.Error, "microCredential.pathways[1].kind");

    [Fact]
    public void A_pathway_names_a_number_a_name_or_both() =>
        Assert.Empty(
            Findings(
                5,
                new(PathwayKind.Follows, 7),
                new(PathwayKind.LeadsTo, Name: "New Zealand Apprenticeship"),
                new(PathwayKind.Replaces, 7, "Leading")
            )
        );

    [Theory]
    [InlineData(8)]
    [InlineData(0)]
    [InlineData(-7)]
    public void A_number_that_is_not_on_the_register_breaks_PATH02(int number) =>
        Findings(5, new(PathwayKind.Follows, 7), new(PathwayKind.Follows, number, "Leading"))
            .AssertBreaksOnly("PATH02", Severity.Error, "microCredential.pathways[1].registerNumber");

    [Fact]
    public void The_part_that_fills_the_whole_is_right() => Assert.Empty(Findings(5, new PathwayContent(PathwayKind.CountsTowards, 7)));

    [Fact]
    public void A_part_that_takes_the_stack_over_the_whole_breaks_PATH04() =>
        Findings(6, new PathwayContent(PathwayKind.CountsTowards, 7))
            .AssertBreaksOnly("PATH04", Severity.Warning, "microCredential.pathways[0].registerNumber");

    [Fact]
    public void A_part_larger_than_the_whole_breaks_PATH03_alone() =>
        Findings(16, new PathwayContent(PathwayKind.CountsTowards, 7))
            .AssertBreaksOnly("PATH03", Severity.Warning, "microCredential.pathways[0].registerNumber");

    [Theory]
    [InlineData(PathwayKind.Follows)]
    [InlineData(PathwayKind.LeadsTo)]
    [InlineData(PathwayKind.Replaces)]
    public void Only_parts_have_to_add_up(PathwayKind kind) => Assert.Empty(Findings(16, new PathwayContent(kind, 7)));

    [Fact]
    public void Nulls_within_the_list_are_taken_for_nothing() => Assert.Empty(Findings(20, [null!]));

    private static IReadOnlyList<Finding> Findings(int credits, params PathwayContent[] pathways) =>
        AnApplication
            .WithoutFault.With(content =>
                content with
                {
                    Credits = credits,
                    LearningHours = credits * 10,
                    Standards = null,
                    Pathways = pathways,
                }
            )
            .Findings(register: RegisterContext.Nothing with { Targets = [Paper] });
}
