using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Drafting;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

public sealed class PackageTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/applications/package";

    private static readonly (string Fault, Func<JsonObject, byte[]> Make)[] Faults =
    [
        ("no zip", _ => "This is text."u8.ToArray()),
        ("nothing", _ => []),
        ("half a zip", body => TestPackage.Of(body)[..500]),
        ("an empty zip", _ => TestPackage.Zip()),
        ("no application.json", _ => TestPackage.Zip(("curriculum.pdf", TestDocument.Pdf()))),
        ("an application that is no JSON", _ => TestPackage.Zip(("application.json", "half {"u8.ToArray()))),
        ("an unknown property", body => TestPackage.Of(body.With("colour", "red"))),
        ("text for a number", body => TestPackage.Of(body.With("microCredential.credits", "twenty"))),
        ("a document that isn't there", body => TestPackage.Of(body, without: "curriculum.pdf")),
        ("a document of an unknown kind", body => TestPackage.Of(body, kind: "Diary")),
        ("a document by a path out of the zip", body => TestPackage.Of(body, curriculum: "../curriculum.pdf")),
        ("an absolute path", body => TestPackage.Of(body, curriculum: "/etc/passwd.pdf")),
        ("a document that is no document", body => TestPackage.Of(body, content: "This is text."u8.ToArray())),
        ("a document that would do harm", body =>
            TestPackage.Of(body, content: MicroCred.EndToEnd.Tests.Documents.HostileFiles.Make("a PDF that launches a program"))
        ),
        ("the application twice", body =>
            TestPackage.Zip(("application.json", Encoding.UTF8.GetBytes(body.ToJsonString())), ("application.json", "{}"u8.ToArray()))
        ),
        ("thousands of entries", body =>
            TestPackage.Zip([
                ("application.json", Encoding.UTF8.GetBytes(body.ToJsonString())),
                .. Enumerable.Range(0, 20_000).Select(i => ($"{i}.pdf", Array.Empty<byte>())),
            ])
        ),
        ("an application that unpacks to a gigabyte", _ => TestPackage.Bomb()),
    ];

    public static TheoryData<string> FaultNames => [.. Faults.Select(fault => fault.Fault)];

    [Fact]
    public async Task A_package_is_draft_documents_and_submission_in_one()
    {
        var body = ApplicationBody.New();

        var accepted = (await SendAsync(TestPackage.Of(body))).Is(HttpStatusCode.Accepted);

        var application = new TestApplication(Instance, "mito", (string)accepted.Json["id"]!);
        var read = await application.UntilAsync("InReview");
        Assert.Equal(body.Title(), (string?)read["microCredential"]!["title"]);
        Assert.Equal(
            ["Curriculum", "AssessmentPlan", "EvidenceOfNeed"],
            read["documents"]!.AsArray().Select(document => (string)document!["kind"]!)
        );
        Assert.Equal("9001", (string?)read["provider"]!["number"]);
    }

    [Fact]
    public async Task Of_several_each_is_accepted_or_refused_by_itself()
    {
        var (first, second) = (ApplicationBody.New(), ApplicationBody.New());
        var package = TestPackage.Of([
            ("b-good", TestPackage.Of(second)),
            ("a-good", TestPackage.Of(first)),
            ("c-unknown", TestPackage.Of(ApplicationBody.New().With("colour", "red"))),
            ("d-empty", TestPackage.Zip(("curriculum.pdf", TestDocument.Pdf()))),
            ("e-harmful", TestPackage.Of(ApplicationBody.New(), content: "This is text."u8.ToArray())),
        ]);

        var items = (await SendAsync(package)).Is(HttpStatusCode.Accepted).Json["items"]!.AsArray();

        Assert.Equal(["a-good", "b-good", "c-unknown", "d-empty", "e-harmful"], items.Select(item => (string?)item!["folder"]));
        Assert.Equal(["Submitted", "Submitted", "Refused", "Refused", "Refused"], items.Select(item => (string?)item!["status"]));
        Assert.All(items.Take(2), item => Assert.Empty(item!["findings"]!.AsArray()));
        Assert.All(items.Skip(2), item => Assert.Null(item!["id"]));
        Assert.All(items.Skip(2), item => Assert.NotEmpty(item!["findings"]!.AsArray()));
        Assert.Equal("colour", (string?)items[2]!["findings"]![0]!["field"]);
        var read = await new TestApplication(Instance, "mito", (string)items[0]!["id"]!).UntilAsync("InReview");
        Assert.Equal(first.Title(), (string?)read["microCredential"]!["title"]);
    }

    [Fact]
    public async Task A_package_of_several_that_is_sent_again_under_its_key_submits_none_twice()
    {
        var package = TestPackage.Of([
            ("a", TestPackage.Of(ApplicationBody.New())),
            ("b", TestPackage.Of(ApplicationBody.New())),
            ("c", TestPackage.Of(ApplicationBody.New().With("colour", "red"))),
        ]);
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await SendAsync(package, headers: key)).Is(HttpStatusCode.Accepted);
        var again = (await SendAsync(package, headers: key)).Is(HttpStatusCode.Accepted);
        var other = await SendAsync(TestPackage.Of([("a", TestPackage.Of(ApplicationBody.New())), ("b", [])]), headers: key);

        Assert.Equal(first.Text, again.Text);
        other.Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task One_folder_around_everything_is_one_application_and_one_around_several_is_none()
    {
        var one = TestPackage.Of([("StartUp", TestPackage.Of(ApplicationBody.New()))]);
        var several = TestPackage.Of([
            ("batch/a", TestPackage.Of(ApplicationBody.New())),
            ("batch/b", TestPackage.Of(ApplicationBody.New())),
        ]);

        Assert.NotNull((await SendAsync(one)).Is(HttpStatusCode.Accepted).Json["id"]);
        Assert.Equal(2, (await SendAsync(several)).Is(HttpStatusCode.Accepted).Json["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_packages_document_comes_back_to_the_byte()
    {
        var accepted = (await SendAsync(TestPackage.Of(ApplicationBody.New()))).Is(HttpStatusCode.Accepted);
        var application = new TestApplication(Instance, "mito", (string)accepted.Json["id"]!);

        var document = (await application.ReadAsync()).Json["documents"]![0]!["id"];

        Assert.Equal(
            TestDocument.Pdf(),
            (await application.Owner.GetAsync($"{application.Path}/documents/{document}")).Is(HttpStatusCode.OK).Bytes
        );
    }

    [Fact]
    public async Task A_package_against_the_rules_comes_back_as_an_application_does()
    {
        var accepted = (await SendAsync(TestPackage.Of(ApplicationBody.New().WithCredits(41)))).Is(HttpStatusCode.Accepted);

        var returned = await new TestApplication(Instance, "mito", (string)accepted.Json["id"]!).UntilAsync("Returned");

        Assert.Contains(returned["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "CRED01");
    }

    [Theory]
    [InlineData("Change")]
    [InlineData("Accreditation")]
    public async Task A_package_that_concerns_a_listed_one_and_names_none_comes_back_with_REG01(string type)
    {
        var accepted = (await SendAsync(TestPackage.Of(ApplicationBody.New().With("type", type)))).Is(HttpStatusCode.Accepted);

        var returned = await new TestApplication(Instance, "mito", (string)accepted.Json["id"]!).UntilAsync("Returned");

        Assert.Equal([("REG01", "registerNumber")], returned.Errors());
    }

    [Fact]
    public async Task A_package_with_an_encrypted_document_comes_back_with_DOC03()
    {
        var accepted = (await SendAsync(TestPackage.Of(ApplicationBody.New(), content: TestDocument.EncryptedPdf()))).Is(
            HttpStatusCode.Accepted
        );

        var returned = await new TestApplication(Instance, "mito", (string)accepted.Json["id"]!).UntilAsync("Returned");

        Assert.Contains(returned["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "DOC03");
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_package_with_a_fault_is_refused_and_nothing_is_created(string fault)
    {
        var body = ApplicationBody.New();
        var title = body.Title();

        await Listing.NothingNewHasAsync(As("mito"), title, async () =>
            (await SendAsync(Faults.Single(candidate => candidate.Fault == fault).Make(body))).IsProblem(
                HttpStatusCode.BadRequest,
                HttpStatusCode.RequestEntityTooLarge,
                HttpStatusCode.UnsupportedMediaType,
                HttpStatusCode.UnprocessableEntity
            )
        );
    }

    [Fact]
    public async Task A_document_of_a_package_may_have_no_more_than_25_MiB()
    {
        var body = ApplicationBody.New();

        await Listing.NothingNewHasAsync(As("mito"), body.Title(), async () =>
            (await SendAsync(TestPackage.Of(body, content: TestDocument.PdfOf((25 * 1024 * 1024) + 1)))).IsTooLarge()
        );
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/pdf")]
    public async Task A_package_that_does_not_say_that_it_is_a_zip_is_of_the_wrong_type(string contentType)
    {
        var body = ApplicationBody.New();

        await Listing.NothingNewHasAsync(As("mito"), body.Title(), async () =>
            (await SendAsync(TestPackage.Of(body), contentType)).IsWrongType()
        );
    }

    [Fact]
    public async Task The_same_idempotency_key_gives_the_same_application()
    {
        var (key, package) = (Header.IdempotencyKey(Guid.NewGuid()), TestPackage.Of(ApplicationBody.New()));

        var first = (await SendAsync(package, headers: key)).Is(HttpStatusCode.Accepted);
        var again = (await SendAsync(package, headers: key)).Is(HttpStatusCode.Accepted);

        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
    }

    private async Task<Answer> SendAsync(byte[] package, string contentType = "application/zip", params Header[] headers)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await As("mito").SendAsync(HttpMethod.Post, Path, content, headers);
    }
}
