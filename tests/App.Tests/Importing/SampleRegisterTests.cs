using System.Globalization;
using MicroCred.App.Importing;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Importing;

/// <summary>The Demo's made-up register gives NZQA's tables of June 2022.</summary>
public sealed class SampleRegisterTests
{
    private static readonly byte[] File = System.IO.File.ReadAllBytes(
        Repository.Path("functions/Demo/Samples/register/register-of-june-2022.csv")
    );

    private static readonly IReadOnlyList<RegisterEntry> Entries = Read();

    private static readonly DateOnly June2022 = new(2022, 6, 30);

    [Fact]
    public void It_has_249_entries_that_say_that_they_are_made_up()
    {
        Assert.Equal(249, Entries.Count);
        Assert.All(Entries, entry =>
        {
            Assert.EndsWith("(illustrative)", entry.Title, StringComparison.Ordinal);
            Assert.EndsWith("(illustrative)", entry.Developer.Name, StringComparison.Ordinal);
            Assert.StartsWith("Made up", entry.Purpose, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Table_One_comes_out_as_NZQA_printed_it()
    {
        var table = RegisterStatistics.Of(Entries, June2022).LevelByProviderType;

        Assert.Equal(
            Printed("table-one.csv"),
            table.Select(row => string.Join('|', [row.ProviderType, .. row.Levels.Values.Append(row.Total).Select(Number)]))
        );
    }

    [Fact]
    public void Table_Two_comes_out_as_NZQA_printed_it_which_counts_the_one_without_a_subject_under_Health()
    {
        var table = RegisterStatistics.Of(Entries, June2022).CreditsBySubject;
        var without = table.Single(row => row.Subject == "Not stated");

        Assert.Equal(1, without.Total);
        Assert.Equal(
            Printed("table-two.csv"),
            table
                .Where(row => row != without)
                .Select(row =>
                    row.Subject == "Health"
                        ? string.Join(
                            '|',
                            [
                                "Health (+n/a one)",
                                .. row.Credits.Keys.Select(band => Number(row.Credits[band] + without.Credits[band])),
                                Number(row.Total + without.Total),
                            ]
                        )
                        : string.Join('|', [row.Subject, .. row.Credits.Values.Append(row.Total).Select(Number)])
                )
        );
    }

    [Fact]
    public void By_February_2022_eighty_of_them_were_approved_for_funding_as_in_the_paper() =>
        Assert.Equal(
            80,
            Entries.Count(entry => entry is { Funding.Outcome: FundingOutcome.Eligible } && entry.ApprovedOn <= new DateOnly(2022, 2, 28))
        );

    [Fact]
    public async Task It_is_what_the_export_would_write() => Assert.Equal(File, await Files.ExportAsync(Entries));

    private static IReadOnlyList<RegisterEntry> Read()
    {
        var (findings, added) = Files.Check(ImportFile.Read(File));
        Assert.Empty(findings);
        return added;
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Printed(string table) =>
        System
            .IO.File.ReadLines(Repository.Path($"tests/Approval.Tests/Register/{table}"))
            .Skip(1)
            .Select(line => string.Concat(line.Split('"').Select((part, i) => i % 2 == 1 ? part : part.Replace(',', '|'))));
}
