namespace MicroCred.Approval.Tests.Validation;

public sealed class EntryRulesTests
{
    private const int Number = 12;

    private static readonly AnApplication Listed = AnApplication.WithoutFault;

    private static readonly RegisterContext Register = new(null, [])
    {
        Entry = AnEntry.Of(Listed, Number),
        Present = VersionContent.Of(Listed.Draft()),
    };

    [Theory]
    [InlineData(ApplicationType.ListingApproval)]
    [InlineData(ApplicationType.ListingApprovalAccreditation)]
    public void A_new_one_concerns_no_entry(ApplicationType type) =>
        Assert.Empty(Listed.WithAll(content => content with { Type = type }).Findings());

    [Fact]
    public void A_change_of_an_entry_by_its_developer_is_taken() => Assert.Empty(Change.Findings(register: Register));

    [Fact]
    public void An_accreditation_of_another_provider_is_taken() =>
        Assert.Empty(Accreditation.Findings(register: Register with { SameListing = 3 }));

    [Theory]
    [InlineData(ApplicationType.Change)]
    [InlineData(ApplicationType.Accreditation)]
    public void One_that_names_no_entry_breaks_REG01(ApplicationType type) =>
        Listed.WithAll(content => content with { Type = type }).Findings().AssertBreaksOnly("REG01", Severity.Error, "registerNumber");

    [Fact]
    public void A_new_one_that_names_an_entry_breaks_REG01() =>
        Listed
            .WithAll(content => content with { RegisterNumber = Number })
            .Findings()
            .AssertBreaksOnly("REG01", Severity.Error, "registerNumber");

    [Fact]
    public void One_that_names_what_is_not_on_the_register_breaks_REG02() =>
        Change.Findings().AssertBreaksOnly("REG02", Severity.Error, "registerNumber");

    [Theory]
    [InlineData(RegisterStatus.Discontinued)]
    [InlineData(RegisterStatus.ListedByMistake)]
    public void One_that_names_an_entry_that_is_over_breaks_REG02(RegisterStatus status) =>
        Change
            .Findings(register: Register with { Entry = Register.Entry! with { Status = status } })
            .AssertBreaksOnly("REG02", Severity.Error, "registerNumber");

    [Fact]
    public void A_change_of_what_somebody_else_developed_breaks_REG03() =>
        Change.By(Providers.Stratcom).Findings(register: Register).AssertBreaksOnly("REG03", Severity.Error, "registerNumber");

    [Fact]
    public void An_accreditation_of_who_delivers_it_already_breaks_REG04() =>
        Accreditation.By(Providers.Mito).Findings(register: Register).AssertBreaksOnly("REG04", Severity.Error, "registerNumber");

    [Fact]
    public void A_second_change_under_way_breaks_REG05_which_names_the_first()
    {
        var first = ApplicationId.New(Guid.NewGuid());

        var findings = Validator.Run(new(Change.Draft(), Checks.Edition2018, Register) { AlikeUnderWay = [first] });

        findings.AssertBreaksOnly("REG05", Severity.Error, "registerNumber");
        Assert.Contains($"{first}", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_changes_nothing_breaks_REG06() =>
        Listed
            .WithAll(content => content with { Type = ApplicationType.Change, RegisterNumber = Number })
            .Findings(register: Register)
            .AssertBreaksOnly("REG06", Severity.Error, "microCredential");

    [Fact]
    public void A_change_is_the_same_listing_as_the_entry_itself_but_not_as_another()
    {
        Assert.Empty(Change.Findings(register: Register with { SameListing = Number, Similar = [new(Number, "Itself")] }));
        Change.Findings(register: Register with { SameListing = 3 }).AssertBreaksOnly("DUP01", Severity.Error, "microCredential.title");
    }

    [Theory]
    [InlineData(ApplicationType.ListingApprovalAccreditation, true)]
    [InlineData(ApplicationType.ListingApproval, false)]
    public void An_industry_skills_board_is_not_accredited_by_TYPE01(ApplicationType type, bool isRefused) =>
        Assert.Equal(
            isRefused,
            Listed
                .By(Providers.Mito with { Type = ProviderType.IndustrySkillsBoard })
                .WithAll(content => content with { Type = type })
                .Findings()
                .Any(finding => finding is { Rule: "TYPE01", Severity: Severity.Error, Field: "type" })
        );

    [Fact]
    public void Of_an_accreditation_the_entry_s_content_is_judged_whatever_the_body_says_of_it()
    {
        var careless = Accreditation.With(content =>
            content with
            {
                Level = 44,
                Credits = 99,
                LearningHours = 1,
                Nzsced = "x",
                Title = "",
            }
        );

        Assert.Empty(careless.Findings(register: Register));
        Accreditation
            .With(content => content with { DeliveryModes = [] })
            .Findings(register: Register)
            .AssertBreaksOnly("REQ01", Severity.Error, "microCredential.deliveryModes");
    }

    [Fact]
    public void An_accreditation_at_a_high_level_is_reviewed_whatever_level_the_body_says()
    {
        var entry = Register.Entry! with { Level = Level.Create(8) };
        var decided = Accreditation
            .Submitted()
            .RecordValidation([], Stages.Settings, Moments.Monday, judged: [6], entry)
            .Application()
            .Assign(People.Evaluator.Id, Stages.Settings, Moments.Monday)
            .Application();

        Assert.Equal(TaskKind.SecondReview, decided.Follows(decided.Task(), DecisionOutcome.Approve, Stages.Settings));
    }

    private static AnApplication Change =>
        Listed
            .With(content => content with { Assessment = "A portfolio." })
            .WithAll(content => content with { Type = ApplicationType.Change, RegisterNumber = Number });

    private static AnApplication Accreditation =>
        Listed.By(Providers.Stratcom).WithAll(content => content with { Type = ApplicationType.Accreditation, RegisterNumber = Number });
}
