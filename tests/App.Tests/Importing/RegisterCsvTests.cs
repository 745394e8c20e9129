using System.Text;
using System.Text.Json;
using MicroCred.App.Importing;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Importing;

public sealed class RegisterCsvTests
{
    private static readonly RegisterEntry Full = AnEntry.Of(AnApplication.WithEveryFact, 12) with
    {
        Version = 3,
        Title = "=Tīmata, \"ngā\" whāriki",
        Purpose = "Two\r\nlines; and | a \\ backslash.",
        Outcomes = ["First; second", "A | bar", "Line\nbreak"],
        Developer = Providers.Vuw,
        Deliverers = [Providers.Vuw, new(ProviderNumber.Parse("8123"), "Elsewhere | of; \\", ProviderType.Wananga)],
        UniversityApproval = new("Academic board", new(2022, 3, 1), "AB/1; |"),
        Conditions = [new("Moderate more; often.", WorkingDays.EndOf(new(2027, 3, 1)), ConditionStatus.NotMet)],
        Funding = new(FundingOutcome.Referred, Fund.Dq7To10, Efts.Of(20)),
        Status = RegisterStatus.Expiring,
        LastEnrolment = new(2026, 6, 30),
        LastAchievement = new(2028, 6, 30),
        Pathways =
        [
            new(PathwayKind.Follows, 7, "Workshop foundations"),
            new(PathwayKind.LeadsTo, Name: "New Zealand Apprenticeship; | and on"),
            new(PathwayKind.CountsTowards, 8, "Workshop practice"),
        ],
    };

    private static readonly RegisterEntry Bare = AnEntry.Of(AnApplication.WithoutFault, 7) with
    {
        Code = null,
        Nzsced = null,
        Deliverers = [],
        UseCase = null,
        Purpose = "",
        Outcomes = [],
        DeliveryModes = [],
        Standards = [],
        Ctid = Guid.Parse("22222222-2222-3333-4444-555555555555"),
    };

    private static readonly RegisterEntry Target = Bare with { Number = 8, Ctid = Guid.Parse("33333333-2222-3333-4444-555555555555") };

    [Fact]
    public async Task Everything_of_an_entrys_JSON_and_its_CTID_come_back_from_the_CSV()
    {
        var (findings, added) = Files.Check(ImportFile.Read(await Files.ExportAsync([Bare, Target, Full])));

        Assert.Empty(findings);
        Assert.Equal([Bare, Target, Full], added, (one, other) => Json(one) == Json(other) && one.Ctid == other.Ctid);
    }

    [Fact]
    public async Task Exported_imported_and_exported_again_it_is_the_same_to_the_byte()
    {
        var file = await Files.ExportAsync([Bare, Target, Full]);
        var (_, added) = Files.Check(ImportFile.Read(file));

        Assert.Equal(file, await Files.ExportAsync(added));
    }

    [Fact]
    public async Task A_pathway_that_names_its_target_by_number_alone_gets_the_title_that_the_target_has_in_the_file()
    {
        var unnamed = Full with { Pathways = [new(PathwayKind.Follows, Target.Number)] };
        var (_, added) = Files.Check(ImportFile.Read(await Files.ExportAsync([Bare, Target, unnamed])));

        Assert.Equal([new(PathwayKind.Follows, Target.Number, Target.Title)], added[^1].Pathways);
    }

    [Fact]
    public async Task It_begins_with_a_byte_order_mark_and_the_number_and_ends_with_use_standards_and_deliverers()
    {
        var file = await Files.ExportAsync([Bare]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.StartsWith("number,reportingCode,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",useCase,standards,deliverers", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "7,,ce-22222222-2222-3333-4444-555555555555,1,Workshop foundations,3,20,,,9001,",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public async Task The_export_over_itself_adds_nothing_whatever_became_of_its_line_ends()
    {
        RegisterEntry[] listed = [Bare, Target, Full];
        var file = Encoding.UTF8.GetString(await Files.ExportAsync(listed));

        Assert.All<string>([file, file[1..], file.Replace("\r\n", "\n", StringComparison.Ordinal)], text =>
        {
            var (findings, added) = Files.Check(Files.Read(text), listed);
            Assert.Empty(findings);
            Assert.Empty(added);
        });
    }

    private static string Json(RegisterEntry entry) => JsonSerializer.Serialize(RegisterEntryView.Of(entry), AppJson.Api);
}
