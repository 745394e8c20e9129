using System.Reflection;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.AppSettings;

/// <summary>The sample file, docs/settings.md and the app have the same settings.</summary>
public sealed class SettingsTests
{
    /// <summary>Settings that the Functions host reads but the app doesn't.</summary>
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsStorage__credential",
        "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
        "FUNCTIONS_WORKER_RUNTIME",
    ];

    private static readonly IReadOnlyList<SettingsTable> Documented = SettingsTable.Read(Repository.Read("docs/settings.md"));

    [Fact]
    public void What_the_app_reads_is_documented_as_read_by_it() =>
        AssertSame(ReadByTheApp(), Documented.Where(setting => setting.ReadBy.Contains("app")).Select(setting => setting.Name));

    [Fact]
    public void What_the_host_alone_reads_is_documented_as_such() =>
        AssertSame(OfTheHost, Documented.Where(setting => setting.ReadBy is ["host"]).Select(setting => setting.Name));

    [Fact]
    public void What_is_announced_but_not_yet_read_says_so() =>
        Assert.Empty(
            Documented.Where(setting => setting.ReadBy is ["nothing yet"]).Select(setting => setting.Name).Intersect(ReadByTheApp())
        );

    [Fact]
    public void Everything_documented_has_a_reader_that_there_is() =>
        Assert.All(Documented, setting =>
            Assert.Subset(new HashSet<string> { "app", "host", "Host", "platform", "nothing yet" }, setting.ReadBy.ToHashSet())
        );

    [Fact]
    public void The_sample_has_the_documented_local_values_and_no_others()
    {
        var sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject();

        AssertSame(
            Documented.Where(setting => setting.Local is not null).Select(setting => $"{setting.Name}={setting.Local}"),
            sample.Select(value => $"{value.Key}={value.Value}")
        );
    }

    [Fact]
    public void All_that_is_wrong_is_said_in_one_message_when_the_app_starts()
    {
        using AppServices app = new(
            "UseDevelopmentStorage=true",
            "Quotas:DraftsPerDay=-1",
            "Rules:Edition=1999",
            "Evaluation:WorkingDaysToDecide=0",
            "Notifications:Smtp:Port=many",
            "Directory:Path=nowhere.json",
            "Platform:InAzure=true"
        );

        var said = app.Get<SettingsCheck>().Faults()!;

        Assert.All(
            [
                "Quotas__DraftsPerDay is -1",
                "Rules__Edition is 1999",
                "Evaluation__WorkingDaysToDecide is 0",
                "Notifications__Smtp__Port",
                "Directory__Path",
                "Documents__AwaitScan",
            ],
            name => Assert.Contains(name, said, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_sample_s_settings_are_right()
    {
        var sample = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject();
        using AppServices app = new(
            "UseDevelopmentStorage=true",
            [
                .. sample
                    .Where(value => value.Key is not ("AzureWebJobsStorage" or "Storage__CreateOnStart"))
                    .Select(value => $"{value.Key.Replace("__", ":", StringComparison.Ordinal)}={value.Value}"),
            ]
        );

        Assert.Null(app.Get<SettingsCheck>().Faults());
    }

    [Fact]
    public void An_account_that_is_named_needs_no_connection_string()
    {
        using AppServices app = new(
            "",
            "AzureWebJobsStorage:accountName=stmicrocred",
            "AzureWebJobsStorage:clientId=one",
            "AzureWebJobsStorage:credential=managedidentity"
        );

        Assert.Null(app.Get<SettingsCheck>().Faults());
        Assert.Equal("https://stmicrocred.table.core.windows.net/", app.Get<TableServiceClient>().Uri.AbsoluteUri);
    }

    /// <summary>The settings that types are bound to, and those that triggers name.</summary>
    private static IEnumerable<string> ReadByTheApp() =>
        typeof(AppJson)
            .Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(SectionAttribute), inherit: false))
            .SelectMany(type =>
                SettingNames.In(SettingNames.SectionOf(type), Activator.CreateInstance(type)!).Select(setting => setting.Name)
            )
            .Concat(
                typeof(AppJson)
                    .Assembly.GetTypes()
                    .SelectMany(type => type.GetMethods())
                    .SelectMany(method => method.GetParameters())
                    .Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule.Trim('%'))
                    .OfType<string>()
            )
            .Distinct();

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
