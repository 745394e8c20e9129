using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>docs/operations.md: a new reader finds each operation, and it does what the page says.</summary>
[Collection(SharedApp.Name)]
public sealed class OperationsPageTests(SharedApp shared)
{
    [Fact]
    public async Task Is_it_up()
    {
        await using var app = await RunningApp.StartAsync();
        using PageReader reader = new(app, "Is it up");

        await reader.NextAsync();
        await reader.NextAsync();

        Assert.True(reader.IsDone);
    }

    [Fact]
    public async Task Deploy()
    {
        await using var app = await RunningApp.StartAsync();
        using PageReader reader = new(app, "Deploy");

        await reader.NextAsync();

        Assert.True(reader.IsDone);
    }

    [Fact]
    public async Task Messages_set_aside()
    {
        await using var app = await RunningApp.StartAsync("AzureFunctionsJobHost:extensions:queues:visibilityTimeout=00:00:00");
        using PageReader reader = new(app, "Messages set aside");
        await File.WriteAllTextAsync(app.Outbox, "In the way of the folder for letters.");
        (var id, _) = await app.InReviewAsync();
        QueueClient aside = new(app.ConnectionString, StorageNames.PoisonOf(StorageNames.NotificationsQueue));
        await Patience.UntilAsync(
            async () => await aside.ExistsAsync() && (await aside.GetPropertiesAsync()).Value.ApproximateMessagesCount == 1,
            () => "No letter was set aside."
        );
        reader.Variables["MESSAGE"] = (await aside.SendMessageAsync("Not a letter.")).Value.MessageId;

        await reader.NextAsync();
        File.Delete(app.Outbox);
        await reader.NextAsync();
        await app.LettersSentAsync(id, 1);
        await reader.NextAsync();

        Assert.True(reader.IsDone);
        Assert.Equal(0, (await aside.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task An_application_that_doesnt_go_on()
    {
        await using var app = await RunningApp.StartAsync();
        using PageReader reader = new(app, "An application that doesn't go on");
        (var id, var task) = await app.InReviewAsync();
        await app.LettersSentAsync(id, 1);
        reader.Variables["APPLICATION"] = id.ToString();
        await app.Engine.TerminateAsync(id, "A slip.");

        Assert.Contains(id.ToString(), await reader.NextAsync(), StringComparison.Ordinal);
        await reader.NextAsync();
        await reader.NextAsync();
        Assert.Null(await app.StuckForAsync(id));
        var freed = (await app.Engine.FindAsync(id))!.CreatedTime;
        await reader.NextAsync();

        Assert.True(reader.IsDone);
        Assert.True((await app.Engine.FindAsync(id))!.CreatedTime > freed, "It wasn't begun anew.");
        await app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public async Task A_letter_that_failed_or_was_wrong()
    {
        var app = shared.App;
        using PageReader reader = new(app, "A letter that failed or was wrong");
        (var id, _) = await app.InReviewAsync();
        await app.LettersSentAsync(id, 1);
        Directory.Delete(app.Outbox, recursive: true);
        reader.Variables["APPLICATION"] = id.ToString();
        reader.Variables["LETTER"] = (string)(await app.ToldAsync(HttpMethod.Get, $"applications/{id}"))["letters"]![0]!["id"]!;

        await reader.NextAsync();

        Assert.True(reader.IsDone);
        await app.LettersSentAsync(id, 1);
    }

    [Fact]
    public async Task Lists_that_are_wrong()
    {
        await using var app = await RunningApp.StartAsync();
        using PageReader reader = new(app, "Lists that are wrong");
        await app.InReviewAsync();

        await reader.NextAsync();

        Assert.True(reader.IsDone);
    }

    [Fact]
    public async Task What_differs_from_the_archive()
    {
        await using var app = await RunningApp.StartAsync("ARCHIVE_SCHEDULE=0 0 0 1 1 *");
        using PageReader reader = new(app, "What differs from the archive");
        (var id, _) = await app.InReviewAsync();
        await app.NightAsync();
        TableClient rows = new(app.ConnectionString, StorageNames.ApplicationsTable);
        TableEntity row = await rows.GetEntityAsync<TableEntity>(id.ToString(), ApplicationRows.Application);
        row["Json0"] = row.GetString("Json0").Replace("Workshop", "Warship", StringComparison.Ordinal);
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        await Assert.ThrowsAsync<InvalidOperationException>(app.NightAsync);

        Assert.Contains(id.ToString(), await reader.NextAsync(), StringComparison.Ordinal);

        Assert.True(reader.IsDone);
    }

    [Fact]
    public async Task The_record_for_an_audit()
    {
        var app = shared.App;
        using PageReader reader = new(app, "The record for an audit");
        (var id, _) = await app.InReviewAsync();
        reader.Variables["APPLICATION"] = id.ToString();

        await reader.NextAsync();
        await reader.NextAsync();

        Assert.True(reader.IsDone);
    }

    [Fact]
    public async Task End_a_version_of_an_orchestration()
    {
        var app = shared.App;
        using PageReader reader = new(app, "End a version of an orchestration");
        (var id, var task) = await app.InReviewAsync();

        var underWay = JsonNode.Parse(await reader.NextAsync())!;
        reader.Variables["APPLICATION"] = (string)
            Assert.Single(underWay["items"]!.AsArray(), item => (string?)item!["id"] == id.ToString())!["id"]!;
        await reader.NextAsync();

        Assert.True(reader.IsDone);
        await app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public void Every_alert_is_explained() =>
        Assert.Equal(NamesIn("infra/alerts.bicep", "^    name: '([a-z-]+)'"), NamesIn("docs/operations.md", "^\\| `([a-z-]+)` \\|"));

    private static IEnumerable<string> NamesIn(string file, string pattern) =>
        Regex.Matches(Repository.Read(file), pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    [Fact]
    public void No_command_is_left_out() =>
        Assert.Equal(
            typeof(OperationsPageTests)
                .GetMethods()
                .Select(method => method.Name)
                .Intersect(OperationsPage.Commands.Select(command => TestOf(command.Section)))
                .Order(StringComparer.Ordinal),
            OperationsPage.Commands.Select(command => TestOf(command.Section)).Distinct().Order(StringComparer.Ordinal)
        );

    private static string TestOf(string section) => section.Replace("'", "", StringComparison.Ordinal).Replace(' ', '_');
}
