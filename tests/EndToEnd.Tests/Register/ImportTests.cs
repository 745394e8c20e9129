using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Register;

[Collection(nameof(Alone))]
public sealed class ImportTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/register/import";
    private const string Export = "api/register.csv";

    [Fact]
    public async Task The_rules_name_the_export_s_columns_in_its_order()
    {
        var columns = (await Anyone.GetAsync($"{Path}/rules")).Is(HttpStatusCode.OK).Json["columns"]!.AsArray();

        var header = (await Anyone.GetAsync(Export)).Text.TrimStart('\uFEFF').Split("\r\n")[0];
        Assert.Equal(header, string.Join(',', columns.Select(column => (string?)column!["name"])));
        Assert.All(columns, column => Assert.False(string.IsNullOrWhiteSpace((string?)column!["rule"])));
        Assert.Contains(columns, column => (bool)column!["required"]!);
    }

    [Fact]
    public async Task An_imported_entry_is_on_the_register_at_once_and_in_its_lists_soon()
    {
        var row = Row(("nzsced", ""), ("approvedOn", "2019-02-28"), ("deliverers", "8765;9001"), ("pathways", "LeadsTo||Elsewhere"));

        (await ImportAsync(File(row))).IsImported(1);

        var found = await FoundAsync(row["title"]);
        var entry = (await Anyone.GetAsync($"api/register/{found["number"]}")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("2019-02-28", (string?)entry["approvedOn"]);
        Assert.Null(entry["nzsced"]);
        Assert.Equal("Shed Training", (string?)entry["provider"]!["name"]);
        Assert.Equal(["8765", "9001"], entry["deliverers"]!.AsArray().Select(provider => (string?)provider!["number"]));
        Assert.Matches("^[0-9]{4}$", (string?)entry["reportingCode"]);
        Assert.Contains(
            row["title"],
            (await Anyone.GetAsync($"register/{found["number"]}")).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(row["title"], (await Anyone.GetAsync(Export)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_and_code_are_taken_as_they_stand_and_what_is_published_later_gets_others()
    {
        var (number, code) = await FreeAsync();

        (await ImportAsync(File(Row(("number", $"{number}"), ("reportingCode", code))))).IsImported(1);

        Assert.Equal(code, (string?)(await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json["reportingCode"]);
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;
        Assert.NotEqual(number, (int)published["registerNumber"]!);
        Assert.NotEqual(code, (string?)published["reportingCode"]);
    }

    [Fact]
    public async Task The_export_imported_over_itself_changes_nothing_with_or_without_mark_and_with_either_line_end()
    {
        await Instance.PublishedAsync(
            ApplicationBody.University().With("microCredential.title", $"'=+-@ \"quoted\", ; | \\ {Guid.NewGuid():N}")
        );
        (
            await ImportAsync(
                File(Row(("purpose", "Two\nlines"), ("outcomes", @"One; and more".Replace(";", @"\;", StringComparison.Ordinal))))
            )
        ).IsImported(1);
        var export = (await Anyone.GetAsync(Export)).Is(HttpStatusCode.OK);

        (await ImportAsync(export.Bytes)).IsImported(0);
        (await ImportAsync(export.Bytes[3..])).IsImported(0);
        (await ImportAsync(Encoding.UTF8.GetBytes(export.Text.Replace("\r\n", "\n", StringComparison.Ordinal)))).IsImported(0);
    }

    [Fact]
    public async Task Every_faulty_row_and_column_is_named_and_nothing_is_imported()
    {
        var good = Row();

        var problem = (
            await ImportAsync(File(good, Row(("level", "11"), ("credits", "none")), Row(("approvedOn", "2999-01-01"))))
        ).IsProblem(HttpStatusCode.UnprocessableEntity);

        var findings = problem.Json["findings"]!.AsArray();
        Assert.Equal(
            [(3, "level"), (3, "credits"), (4, "approvedOn")],
            findings.Select(finding => ((int)finding!["row"]!, (string)finding["column"]!))
        );
        Assert.All(findings, finding =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)finding!["rule"]));
            Assert.False(string.IsNullOrWhiteSpace((string?)finding["message"]));
        });
        Assert.DoesNotContain(good["title"], (await Anyone.GetAsync(Export)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_differs_from_the_entry_of_its_number_and_the_later_of_two_with_one_number_are_named()
    {
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;
        var export = (await Anyone.GetAsync(Export)).Text;
        var title = (string)published["microCredential"]!["title"]!;
        var changed = (await ImportAsync(Encoding.UTF8.GetBytes(export.Replace(title, $"{title}!", StringComparison.Ordinal)))).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("title", (string?)Assert.Single(changed.Json["findings"]!.AsArray())!["column"]);

        var (number, _) = await FreeAsync();
        var twice = (await ImportAsync(File(Row(("number", $"{number}")), Row(("number", $"{number}"))))).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        var finding = Assert.Single(twice.Json["findings"]!.AsArray())!;
        Assert.Equal((3, "number"), ((int)finding["row"]!, (string)finding["column"]!));
    }

    [Theory]
    [InlineData("title", "titel", "titel", "title")]
    [InlineData("useCase,", "", "useCase")]
    [InlineData("useCase,", "useCase,useCase,", "useCase")]
    public async Task A_fault_of_the_header_is_in_row_1(string good, string bad, params string[] columns)
    {
        var file = Encoding.UTF8.GetString(File()).Replace(good, bad, StringComparison.Ordinal);

        var problem = (await ImportAsync(Encoding.UTF8.GetBytes(file))).IsProblem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            columns.Select(column => (1, column)),
            problem.Json["findings"]!.AsArray().Select(finding => ((int)finding!["row"]!, (string)finding["column"]!))
        );
    }

    [Fact]
    public async Task Columns_may_come_in_any_order()
    {
        var row = Row();
        var columns = (await ColumnsAsync()).Reverse().ToList();

        (
            await ImportAsync(
                Encoding.UTF8.GetBytes(
                    $"{string.Join(',', columns)}\n{string.Join(',', columns.Select(column => row.GetValueOrDefault(column)))}\n"
                )
            )
        ).IsImported(1);
    }

    [Fact]
    public async Task What_is_no_CSV_or_not_UTF8_or_empty_is_refused()
    {
        (await ImportAsync("{}"u8.ToArray(), "application/json")).IsProblem(HttpStatusCode.UnsupportedMediaType);
        (await ImportAsync([0xFF, 0xFE, 0x6E, 0x00])).IsProblem(HttpStatusCode.UnprocessableEntity);
        (await ImportAsync([])).IsProblem(HttpStatusCode.UnprocessableEntity);
        (await ImportAsync(Encoding.UTF8.GetBytes("number,title\n"))).IsProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_its_key_takes_no_other_file()
    {
        Header key = new("Idempotency-Key", Guid.NewGuid().ToString());
        var row = Row();

        (await ImportAsync(File(row), headers: key)).IsImported(1);
        (await ImportAsync(File(row), headers: key)).IsImported(1);
        (await ImportAsync(File(Row()), headers: key)).IsProblem(HttpStatusCode.Conflict);

        await FoundAsync(row["title"]);
        Assert.Single((await Anyone.GetAsync(Export)).Text.Split(row["title"]).Skip(1));
    }

    [Fact]
    public async Task It_is_a_registrars()
    {
        foreach (var persona in new[] { "evaluator-1", "mito", "funding-adviser", "operator", "no-role" })
        {
            (await ImportAsync(File(Row()), persona: persona)).IsProblem(HttpStatusCode.Forbidden);
        }

        (await Anyone.SendAsync(HttpMethod.Post, Path, Csv(File(Row()), "text/csv"))).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_import_has_a_tag_and_an_unchanged_export_is_not_sent_again()
    {
        var export = (await Anyone.GetAsync(Export)).Is(HttpStatusCode.OK);
        var again = await Anyone.GetAsync(Export, Header.IfNoneMatch(export.ETag));

        // Other tests publish at the same time.
        if (again.Status != HttpStatusCode.OK || again.ETag == export.ETag)
        {
            again.Is(HttpStatusCode.NotModified);
            Assert.Empty(again.Bytes);
        }

        Assert.DoesNotContain("W/", export.ETag, StringComparison.Ordinal);
        Assert.Contains("max-age", export.Header("Cache-Control"), StringComparison.Ordinal);
        (await ImportAsync(File(Row()))).IsImported(1);
        Assert.NotEqual(export.ETag, (await Anyone.GetAsync(Export)).Is(HttpStatusCode.OK).ETag);
    }

    [Fact]
    public async Task What_is_done_with_an_entry_is_done_with_an_imported_one_too()
    {
        var row = Row(("providerNumber", "9001"), ("provider", "MITO (Te Pūkenga WBL)"), ("providerType", "WorkBasedLearning"));
        (await ImportAsync(File(row))).IsImported(1);
        var number = (int)(await FoundAsync(row["title"]))["number"]!;
        var report = new JsonObject
        {
            ["stillNeeded"] = true,
            ["evidence"] = "Workshops take them on.",
            ["enrolled"] = 2,
            ["completed"] = 1,
            ["outcomes"] = "",
        };

        (await As("mind-lab").PostAsync($"api/register/{number}/reviews", report)).Is(HttpStatusCode.Forbidden);
        var reported = (await As("mito").PostAsync($"api/register/{number}/reviews", report)).Is(HttpStatusCode.Created).Json;
        var task = Assert.Single(
            (await As("registrar").GetAsync($"api/tasks?application={((string)reported["id"]!)[..36]}")).Is(HttpStatusCode.OK).Json[
                "items"
            ]!.AsArray()
        )!;
        Assert.Null(task["applicationId"]);
        Assert.Equal(("EntryReview", number), ((string)task["kind"]!, (int)task["registerNumber"]!));
        var (due, version) = ((string)(await EntryAsync(number))["reviewDue"]!, (int)(await EntryAsync(number))["version"]!);
        (
            await As((string)task["assignee"]!)
                .PostAsync(
                    $"api/tasks/{(string)task["id"]!}/decision",
                    new JsonObject { ["outcome"] = "Continue", ["reasons"] = "It is needed." }
                )
        ).Is(HttpStatusCode.OK);
        Assert.NotEqual(due, (string?)(await EntryAsync(number))["reviewDue"]);

        var body = ApplicationBody.New().With("type", "Change").With("registerNumber", number);
        var change = await Instance.InReviewAsync(body: body);
        await change.DecideAsync("Approve");
        await change.UntilAsync("Published");
        var changed = await Patience.UntilAsync(
            async () => await EntryAsync(number) is var entry && (int)entry["version"]! == version + 1 ? entry : null,
            () => "the change should be a version of it"
        );
        Assert.Equal(body.Title(), (string?)changed["title"]);

        var marked = await As("registrar")
            .PostAsync($"api/register/{number}/status", new JsonObject { ["status"] = "Discontinued", ["reason"] = "It is over." });
        Assert.Equal("Discontinued", (string?)marked.Is(HttpStatusCode.OK).Json["status"]);
        var proof = await Patience.UntilAsync(
            async () => await Anyone.GetAsync($"api/register/{number}/proof") is { Status: HttpStatusCode.OK } found ? found.Json : null,
            () => "it should have a proof"
        );
        Assert.Contains($"\"number\":{number}", (string)proof["data"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> EntryAsync(int number) => (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;

    private static Dictionary<string, string> Row(params (string Column, string Cell)[] changes)
    {
        Dictionary<string, string> row = new()
        {
            ["title"] = $"Wool handling {Guid.NewGuid():N}",
            ["level"] = "3",
            ["credits"] = "20",
            ["nzsced"] = "050101",
            ["providerNumber"] = "8765",
            ["provider"] = "Shed Training",
            ["providerType"] = "Pte",
            ["approvedOn"] = "2019-02-28",
        };
        foreach (var (column, cell) in changes)
        {
            row[column] = cell;
        }

        return row;
    }

    /// <summary>A file with the columns that the export has always had.</summary>
    private static byte[] File(params Dictionary<string, string>[] rows)
    {
        const string header =
            "number,reportingCode,version,title,level,credits,nzsced,subject,providerNumber,provider,providerType,status,approvedOn,reviewDue,"
            + "lastEnrolment,lastAchievement,funding,pathways,recognitionOfPriorLearning,awardRequires,assessorRequirements,languages,"
            + "deliverySites,restrictedTo,partners,commissionedBy,universityApproval,conditions,useCase,standards,deliverers";
        var isFull = rows.Any(row => row.ContainsKey("purpose"));
        var columns = header.Split(',').Concat(isFull ? ["purpose", "outcomes"] : []).ToList();
        return Encoding.UTF8.GetBytes(
            string.Join(
                "\r\n",
                rows.Select(row => string.Join(',', columns.Select(column => $"\"{row.GetValueOrDefault(column)}\"")))
                    .Prepend(string.Join(',', columns))
            )
        );
    }

    private static ByteArrayContent Csv(byte[] file, string type) =>
        new(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    private Task<Answer> ImportAsync(
        byte[] file,
        string type = "text/csv; charset=utf-8",
        string persona = "registrar",
        params Header[] headers
    ) => As(persona).SendAsync(HttpMethod.Post, Path, Csv(file, type), headers);

    private async Task<IEnumerable<string>> ColumnsAsync() =>
        (await Anyone.GetAsync($"{Path}/rules")).Json["columns"]!.AsArray().Select(column => (string)column!["name"]!);

    private Task<JsonNode> FoundAsync(string title) =>
        Patience.UntilAsync(
            async () =>
                (await Anyone.GetAsync($"api/register?q={Uri.EscapeDataString(title)}")).Json["items"]!.AsArray() is [{ } found, ..]
                    ? found
                    : null,
            () => $"{title} should be found"
        );

    /// <summary>A number and a code that nobody has: far from where the counters are.</summary>
    private async Task<(int Number, string Code)> FreeAsync()
    {
        var export = (await Anyone.GetAsync(Export)).Text;
        while (true)
        {
            var (number, code) = (
                Random.Shared.Next(100_000, 999_999),
                Random.Shared.Next(7_000, 9_999).ToString(CultureInfo.InvariantCulture)
            );
            if (!export.Contains($"{number}", StringComparison.Ordinal) && !export.Contains($",{code},", StringComparison.Ordinal))
            {
                return (number, code);
            }
        }
    }
}

file static class ImportAnswers
{
    public static void IsImported(this Answer answer, int count) =>
        Assert.Equal(count, (int)answer.Is(HttpStatusCode.OK).Json["imported"]!);
}
