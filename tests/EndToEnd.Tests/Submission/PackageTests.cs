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
    public async Task A_package_that_concerns_a_listed_one_comes_back_with_TYPE01_on_its_type(string type)
    {
        var accepted = (await SendAsync(TestPackage.Of(ApplicationBody.New().With("type", type)))).Is(HttpStatusCode.Accepted);

        var returned = await new TestApplication(Instance, "mito", (string)accepted.Json["id"]!).UntilAsync("Returned");

        Assert.Equal([("TYPE01", "type")], returned.Errors());
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
