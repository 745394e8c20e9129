using System.Globalization;
using System.Text.RegularExpressions;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Cost;

/// <summary>The tables of docs/capacity.md follow from the counted application and the page's assumptions.</summary>
[Collection(CountedApplication.Name)]
public sealed partial class CapacityTests(CountedApplication counted)
{
    private static readonly string Page = Repository.Read("docs/capacity.md");

    [Fact]
    public void The_tables_are_what_the_counters_and_the_assumptions_come_to()
    {
        var assumed = Assumption()
            .Matches(Page)
            .ToDictionary(row => row.Groups["name"].Value, row => double.Parse(row.Groups["value"].Value, CultureInfo.InvariantCulture));

        var lacking = new CapacitySheet(counted, assumed).Tables.Where(table => !Page.Contains(table, StringComparison.Ordinal));

        Assert.True(!lacking.Any(), $"docs/capacity.md lacks:\n{string.Join("\n\n", lacking)}\n");
    }

    [GeneratedRegex(@"^\| (?<name>[^|]+?) \| (?<value>[0-9.]+) \| [^|]*[a-zA-Z][^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Assumption();
}
