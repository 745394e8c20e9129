using System.Text.RegularExpressions;
using MicroCred.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Tests.Operation;

public sealed partial class HostJsonTests
{
    [Fact]
    public void Every_setting_in_host_json_is_explained_with_the_value_it_has()
    {
        var set = new ConfigurationBuilder()
            .AddJsonFile(Repository.Path("functions/App/host.json"))
            .Build()
            .AsEnumerable()
            .Where(setting => setting.Value is not null)
            .Select(setting => $"{setting.Key} = {setting.Value!.ToLowerInvariant()}");
        var explained = Row()
            .Matches(Repository.Read("docs/host.md"))
            .Select(row => $"{row.Groups["name"].Value} = {row.Groups["value"].Value.ToLowerInvariant()}");

        Assert.Equal(set.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>[\w:]+)` \| (`(?<value>[^`]+)`|\(empty\)) \| \S", RegexOptions.Multiline)]
    private static partial Regex Row();
}
