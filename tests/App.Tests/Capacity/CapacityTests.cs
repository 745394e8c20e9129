using MicroCred.Tests.Support;
using System.Globalization;
using System.Text.RegularExpressions;
using MicroCred.App.Tests.Cost;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Capacity;

[Collection(CountingRequests.Name)]
public sealed partial class CapacityTests
{
    private static readonly string Document = Repository.Read("docs/capacity.md");

    [Fact]
    public async Task The_tables_are_what_the_counters_and_the_assumptions_come_to()
    {
        Dictionary<string, double> assumed = Assumption().Matches(Document).ToDictionary(
            row => row.Groups["name"].Value, row => double.Parse(row.Groups["value"].Value, CultureInfo.InvariantCulture));

        Sheet sheet = new(await CountedApplication.Play(), assumed);

        Assert.All(sheet.Tables, table => Assert.True(Document.Contains(table, StringComparison.Ordinal), $"docs/capacity.md lacks:\n{table}\n"));
    }

    [GeneratedRegex(@"^\| (?<name>[^|]+?) \| (?<value>[0-9.]+) \| [^|]*[a-zA-Z][^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Assumption();
}
