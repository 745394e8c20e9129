using System.Text;
using MicroCred.App.Importing;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Importing;

public sealed class ImportCheckTests
{
    [Fact]
    public void The_least_that_a_row_needs_makes_an_entry_without_number_code_and_subject()
    {
        var (findings, added) = Files.Check(Files.Of(Files.Row()));

        Assert.Empty(findings);
        var entry = Assert.Single(added);
        Assert.Equal(
            (0, 1, RegisterStatus.Current, new DateOnly(2020, 2, 28)),
            (entry.Number, entry.Version, entry.Status, entry.ReviewDue)
        );
        Assert.Equal((null, null, "Shed Training"), (entry.Code, entry.Nzsced, entry.Developer.Name));
    }

    public static TheoryData<string, string> Faults { get; } =
        new()
        {
            { "number", "0" },
            { "number", "007" },
            { "number", "1.5" },
            { "number", "9999999999" },
            { "reportingCode", "123" },
            { "reportingCode", "１２３４" },
            { "ctid", "11111111-2222-3333-4444-555555555555" },
            { "version", "0" },
            { "title", "" },
            { "title", "\u200b" },
            { "title", "two\nlines" },
            { "title", new string('x', 201) },
            { "level", "11" },
            { "level", "three" },
            { "level", "" },
            { "credits", "41" },
            { "nzsced", "030" },
            { "nzsced", "980101" },
            { "subject", "Health" },
            { "providerNumber", "87" },
            { "provider", "" },
            { "providerType", "PTE" },
            { "providerType", "2" },
            { "status", "current" },
            { "approvedOn", "28/02/2019" },
            { "approvedOn", "2026-12-02" },
            { "approvedOn", "" },
            { "reviewDue", "2019-02-27" },
            { "lastEnrolment", "soon" },
            { "lastAchievement", "2019-02-30" },
            { "funding", "Referred" },
            { "fund", "DQ3-7" },
            { "outcomes", @"one\" },
            { "outcomes", "one;;two" },
            { "deliveryModes", "Online;Somewhere" },
            { "pathways", "LeadsTo|999999|" },
            { "pathways", "LeadsTo||" },
            { "pathways", "LeadsTo|A name" },
            { "pathways", "Nowhere||A name" },
            { "languages", "English" },
            { "partners", "|Industry|" },
            { "commissionedBy", "a\tb" },
            { "universityApproval", "Board|2019-01-01|1" },
            { "conditions", "Moderate|2019-01-01|open" },
            { "standardTitles", "One too many" },
            { "delivererNames", "Shed Training|Pte" },
            { "useCase", "Fun" },
            { "standards", "30477-1-3" },
            { "standards", "30477-1-11-5" },
            { "deliverers", "8765;8765" },
            { "deliverers", "8001" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_cell_against_its_columns_rule_is_named_with_its_row_and_the_rule(string column, string cell)
    {
        var (findings, _) = Files.Check(Files.Of(Files.Row(), Files.Row((column, cell))));

        var finding = Assert.Single(findings);
        Assert.Equal((3, column, RegisterColumns.Named(column).Rule), (finding.Row, finding.Column, finding.Rule));
        Assert.NotEmpty(finding.Message);
    }

    [Fact]
    public void Every_faulty_cell_of_every_row_is_named()
    {
        var (findings, _) = Files.Check(
            Files.Of(Files.Row(("level", "0"), ("credits", "x")), Files.Row(), Files.Row(("title", " "), ("useCase", "y")))
        );

        Assert.Equal(
            [(2, "level"), (2, "credits"), (4, "title"), (4, "useCase")],
            findings.Select(finding => (finding.Row, finding.Column))
        );
    }

    [Fact]
    public void Of_two_rows_with_one_number_code_or_CTID_the_later_is_named()
    {
        var (findings, _) = Files.Check(
            Files.Of(
                Files.Row(("number", "70"), ("reportingCode", "5056"), ("ctid", "ce-11111111-2222-3333-4444-555555555555")),
                Files.Row(("number", "70")),
                Files.Row(("reportingCode", "5056")),
                Files.Row(("ctid", "ce-11111111-2222-3333-4444-555555555555"))
            )
        );

        Assert.Equal([(3, "number"), (4, "reportingCode"), (5, "ctid")], findings.Select(finding => (finding.Row, finding.Column)));
    }

    [Fact]
    public async Task A_row_that_says_something_else_of_an_entry_than_the_register_is_named_with_the_column()
    {
        var listed = AnEntry.Of(AnApplication.WithoutFault, 12);
        var file = Encoding.UTF8.GetString(await Files.ExportAsync([listed]));

        var (findings, _) = Files.Check(
            Files.Read(file.Replace("Workshop foundations", "Workshop basics", StringComparison.Ordinal)),
            listed
        );

        var finding = Assert.Single(findings);
        Assert.Equal((2, "title"), (finding.Row, finding.Column));
        Assert.Contains("Workshop foundations", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_another_entry_has_is_named()
    {
        var (findings, _) = Files.Check(Files.Of(Files.Row(("reportingCode", "5056"))), AnEntry.Of(AnApplication.WithoutFault, 12));

        Assert.Equal((2, "reportingCode"), Assert.Single(findings.Select(finding => (finding.Row, finding.Column))));
    }

    [Fact]
    public void An_empty_number_code_or_CTID_of_a_listed_entry_and_columns_that_came_later_say_nothing()
    {
        var listed = AnEntry.Of(AnApplication.WithoutFault, 12);
        var row = RegisterColumns.All.ToDictionary(column => column.Name, column => column.Cell(listed));
        row["reportingCode"] = "";
        var columns = RegisterColumns.All.Where(column => !column.MayBeMissing).Select(column => column.Name).ToList();
        var file = Files.Read($"{string.Join(',', columns)}\n{string.Join(',', columns.Select(column => $"\"{row[column]}\""))}\n");

        var (findings, added) = Files.Check(file, listed);

        Assert.Empty(findings);
        Assert.Empty(added);
    }

    [Fact]
    public void A_header_may_be_in_any_order_but_lacks_nothing_and_has_nothing_else()
    {
        var columns = RegisterColumns.All.Select(column => column.Name).Reverse().ToList();
        Assert.Empty(Files.Read(string.Join(',', columns)).Findings.First);

        var wrong = Files.Read(string.Join(',', columns.Where(column => column != "useCase").Append("titel").Append("level")) + "\nx");

        Assert.Equal(
            [(1, "titel"), (1, "level"), (1, "useCase")],
            wrong.Findings.First.Where(finding => finding.Row == 1).Select(finding => (finding.Row, finding.Column))
        );
    }

    [Fact]
    public void A_row_with_too_many_or_too_few_cells_or_a_quote_astray_is_named()
    {
        var header = string.Join(',', RegisterColumns.All.Select(column => column.Name));
        var cells = new string(',', RegisterColumns.All.Count - 1);

        var file = Files.Read($"{header}\n\n1,2\nx{cells},y\na\"b{cells}\n");

        Assert.Equal([(3, "ctid"), (4, "deliverers"), (5, "number")], file.Findings.First.Select(finding => (finding.Row, finding.Column)));
    }

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_does_with_blank_ones_and_line_breaks_within_cells()
    {
        var (findings, added) = Files.Check(Files.Of(Files.Row(("purpose", "Two\r\nlines")), [], Files.Row(("level", "x"))));

        Assert.Equal(4, Assert.Single(findings).Row);
        Assert.Single(added);
    }

    [Fact]
    public void Thousands_of_faults_are_counted_and_the_first_of_them_told()
    {
        var file = Files.Of([.. Enumerable.Range(0, 2_000).Select(_ => Files.Row(("level", "x")))]);
        new ImportCheck([], _ => null, Files.Today).Run(file);

        Assert.Equal((2_000, ImportFindings.Most), (file.Findings.Count, file.Findings.First.Count));
    }

    [Fact]
    public void Who_delivers_it_is_known_from_the_row_the_directory_or_another_row()
    {
        var file = Files.Of(
            Files.Row(("deliverers", "8765;9001;8766")),
            Files.Row(
                ("providerNumber", "8766"),
                ("provider", "Fleece Academy"),
                ("deliverers", "8767"),
                ("delivererNames", "Named here|Wananga")
            )
        );

        var added = new ImportCheck([], number => number == Providers.Mito.Number ? Providers.Mito : null, Files.Today).Run(file);

        Assert.Empty(file.Findings.First);
        Assert.Equal(["Shed Training", Providers.Mito.Name, "Fleece Academy"], added[0].Entry.Deliverers.Select(provider => provider.Name));
        Assert.Equal(
            new Provider(ProviderNumber.Parse("8767"), "Named here", ProviderType.Wananga),
            Assert.Single(added[1].Entry.Deliverers)
        );
    }

    [Theory]
    [InlineData(new byte[] { 0x6e, 0xff })]
    [InlineData(new byte[] { 0xff, 0xfe, 0x6e, 0x00 })]
    public void Bytes_that_are_not_UTF8_are_refused(byte[] bytes) => Assert.Throws<DecoderFallbackException>(() => ImportFile.Read(bytes));
}
