using System.Text;
using MicroCred.App.Http;
using MicroCred.App.Submission.Packages;
using MicroCred.Inspection.Tests.Files;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

public sealed class UploadingPackages(UploadStorage storage) : UploadingPart(storage)
{
    private const string Listed =
        """{"type":"ListingApproval","documents":"""
        + """[{"kind":"Curriculum","file":"docs/curriculum.pdf"},{"kind":"EvidenceOfNeed","file":"need.docx"}]}""";

    private readonly PackageUpload _packages = new(storage.Intake);

    private static (string, byte[]) Curriculum => ("docs/curriculum.pdf", PdfFile.Honest);

    private static (string, byte[]) Need => ("need.docx", DocxFile.Honest);

    [Theory]
    [InlineData("application/zip")]
    [InlineData(MultipartBody.ContentType)]
    public async Task A_package_gives_the_application_without_its_list_and_the_documents_one_by_one(string contentType)
    {
        var zip = Zipped.Of(Manifest(Listed), Curriculum, Need);
        var request = contentType == "application/zip" ? Body(zip) : new MultipartBody().File(zip, "package.zip").Request();
        await using var package = await OpenAsync(request);
        Assert.Equal("""{"type":"ListingApproval"}""", package.Application);
        var kinds = new List<(DocumentKind, string, DocumentStatus)>();
        foreach (var document in await package.TakeAllAsync(CancellationToken.None))
        {
            kinds.Add((document.Kind, document.FileName, document.Status));
        }
        Assert.Equal(
            [
                (DocumentKind.Curriculum, "curriculum.pdf", DocumentStatus.Accepted),
                (DocumentKind.EvidenceOfNeed, "need.docx", DocumentStatus.Accepted),
            ],
            kinds
        );
    }

    [Theory]
    [InlineData("curriculum.pdf", DocumentKind.Curriculum)]
    [InlineData("Assessment plan (final).pdf", DocumentKind.AssessmentPlan)]
    [InlineData("evidence-of-need.pdf", DocumentKind.EvidenceOfNeed)]
    [InlineData("SupportLetter/from-industry.pdf", DocumentKind.SupportLetter)]
    [InlineData("minutes.pdf", DocumentKind.Other)]
    public async Task Without_a_list_the_files_names_tell_their_kinds(string name, DocumentKind kind)
    {
        await using var package = await OpenAsync(Body(Zipped.Of(Manifest("""{"type":"ListingApproval"}"""), (name, PdfFile.Honest))));
        Assert.Equal((kind, name), (Assert.Single(package.Documents).Kind, package.Documents[0].File));
    }

    [Fact]
    public async Task What_systems_put_into_zips_by_themselves_is_passed_over()
    {
        await using var package = await OpenAsync(
            Body(Zipped.Of(Manifest(Listed), Curriculum, Need, ("__MACOSX/._need.docx", [1]), (".DS_Store", [1]), ("docs/Thumbs.db", [1])))
        );
        Assert.Equal(2, package.Documents.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Application 7/")]
    public async Task What_programs_leave_beside_an_open_document_is_passed_over_with_and_without_a_folder_around_everything(string folder)
    {
        (string Name, byte[] Content)[] files =
        [
            Manifest(Listed),
            Curriculum,
            Need,
            ("~$need.docx", [1]),
            ("docs/.~lock.need.docx#", [1]),
            ("docs/.DS_Store", [1]),
        ];
        await using var package = await OpenAsync(Body(Zipped.Of([.. files.Select(file => (folder + file.Name, file.Content))])));
        Assert.Equal(["docs/curriculum.pdf", "need.docx"], package.Documents.Select(document => document.File));
        Assert.Equal(2, (await package.TakeAllAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_mark_before_the_JSON_is_passed_over()
    {
        await using var package = await OpenAsync(
            Body(Zipped.Of(("application.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Listed)]), Curriculum, Need))
        );
        Assert.Equal(2, package.Documents.Count);
    }

    [Theory]
    [InlineData(415, "neither", "plain text")]
    [InlineData(422, "EICAR", "%PDF-1.7 ")]
    public async Task What_stands_against_a_document_is_said_with_its_name(int status, string words, string start)
    {
        await using var package = await OpenAsync(
            Body(Zipped.Of(Manifest(Listed), ("docs/curriculum.pdf", [.. Encoding.ASCII.GetBytes(start), .. TestVirus.Bytes]), Need))
        );
        var problem = await Refusals.RefusesAsync(status, words, () => package.TakeAsync(package.Documents[0], CancellationToken.None));
        Assert.StartsWith("docs/curriculum.pdf: ", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_over_25_MiB_is_refused_with_413()
    {
        var large = new byte[DocumentLimits.Each + 1];
        Random.Shared.NextBytes(large);
        await using var package = await OpenAsync(Body(Zipped.Of(Manifest(Listed), ("docs/curriculum.pdf", large), Need)));
        await Refusals.RefusesAsync(413, "25 MiB", () => package.TakeAsync(package.Documents[0], CancellationToken.None));
    }

    [Fact]
    public async Task A_document_that_bursts_is_refused_with_422()
    {
        await using var package = await OpenAsync(Body(Zipped.Of(Manifest(Listed), ("docs/curriculum.pdf", new byte[20 << 20]), Need)));
        await Refusals.RefusesAsync(422, "times its size", () => package.TakeAsync(package.Documents[0], CancellationToken.None));
    }

    [Fact]
    public Task Another_type_of_body_is_refused_with_415() =>
        RefusesAsync(415, "application/zip", MultipartBody.Request(new MemoryStream([1]), "application/json"));

    [Theory]
    [InlineData("not a zip at all")]
    [InlineData("")]
    public Task What_is_no_zip_is_refused_with_415(string content) => RefusesAsync(415, "zip", Body(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public Task A_zip_that_breaks_off_is_refused_with_400() =>
        RefusesAsync(400, "damaged", Body(Zipped.Of(Manifest(Listed), Curriculum, Need)[..^40]));

    [Fact]
    public Task A_zip_whose_end_points_to_a_64_bit_form_that_is_not_there_is_refused_with_400()
    {
        var zip = Zipped.Of(Manifest(Listed), Curriculum, Need);
        zip.AsSpan(zip.Length - 12, 2).Fill(0xFF); // The number of entries.
        return RefusesAsync(400, "damaged", Body(zip));
    }

    [Fact]
    public async Task Steps_that_lead_nowhere_in_a_name_count_for_nothing_however_many()
    {
        await using var package = await OpenAsync(
            Body(
                Zipped.Of(
                    Manifest(Listed),
                    ($"{string.Concat(Enumerable.Repeat("./", 30_000))}docs/./curriculum.pdf", PdfFile.Honest),
                    Need
                )
            )
        );
        Assert.Equal(2, package.Documents.Count);
    }

    [Fact]
    public Task A_package_over_the_limit_is_refused_with_413() =>
        RefusesAsync(413, "100 MiB", MultipartBody.Request(new LargePdf([], 1L << 40, []), "application/zip"));

    [Fact]
    public Task A_package_without_an_application_is_refused_with_400() =>
        RefusesAsync(400, "There is no application.json", Body(Zipped.Of(Curriculum, Need)));

    [Fact]
    public Task An_application_past_all_measure_is_refused_with_413() =>
        RefusesAsync(413, "256 KiB", Body(Zipped.Of(Manifest(new string(' ', 300_000)))));

    [Fact]
    public Task A_file_that_is_named_and_missing_is_refused_with_400() =>
        RefusesAsync(
            400,
            "need.docx, which isn't in the package. Put it in, or take it out of the list.",
            Body(Zipped.Of(Manifest(Listed), Curriculum))
        );

    [Fact]
    public Task A_file_that_is_there_and_not_named_is_refused_with_400() =>
        RefusesAsync(
            400,
            "extra.pdf, which application.json doesn't name",
            Body(Zipped.Of(Manifest(Listed), Curriculum, Need, ("extra.pdf", [1])))
        );

    [Theory]
    [InlineData("../extra.pdf", "a file, ../extra.pdf, whose name leads out of it")]
    [InlineData("C:/extra.pdf", "a file, C:/extra.pdf, whose name leads out of it")]
    [InlineData("plan: final.pdf", "a file, plan: final.pdf, whose name holds a colon")]
    [InlineData("pl\u0007an.pdf", "a file, plan.pdf, whose name holds a control character")]
    [InlineData("docs//plan.pdf", "a file, docs//plan.pdf, whose name has a part that is empty or a dot")]
    public Task A_name_that_is_not_taken_is_refused_with_400(string name, string words) =>
        RefusesAsync(400, words, Body(Zipped.Of(Manifest(Listed), Curriculum, Need, (name, [1]))));

    [Fact]
    public Task A_name_of_more_than_260_characters_is_refused_with_400() =>
        RefusesAsync(
            400,
            "whose name has more than 260 characters",
            Body(Zipped.Of(Manifest(Listed), Curriculum, Need, ($"{new string('a', 257)}.pdf", [1])))
        );

    [Fact]
    public async Task A_compression_that_is_not_taken_is_refused_with_400_and_says_which_is()
    {
        var zip = Zipped.Of(Manifest(Listed), Curriculum, Need).Packed("docs/curriculum.pdf", method: 14);
        var problem = await RefusesAsync(400, "a file, docs/curriculum.pdf, packed in a way that isn't taken here", Body(zip));
        Assert.Contains("Deflate", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public Task Too_many_files_are_refused_with_422() =>
        RefusesAsync(
            422,
            "holds more",
            Body(Zipped.Of([Manifest(Listed), .. Enumerable.Range(0, 400).Select(number => ($"{number}.pdf", Array.Empty<byte>()))]))
        );

    [Theory]
    [InlineData("[]", "has to be an object")]
    [InlineData("{\"documents\":null}", "have to be a list")]
    [InlineData("{\"documents\":[1]}", "kind and file")]
    [InlineData("{\"documents\":[{\"kind\":\"Curriculum\"}]}", "kind and file")]
    [InlineData("{\"documents\":[{\"kind\":\"Curriculum\",\"file\":1}]}", "kind and file")]
    [InlineData("{\"documents\":[{\"kind\":\"Curriculum\",\"file\":\"a.pdf\",\"size\":1}]}", "kind and file")]
    [InlineData("{\"documents\":[{\"kind\":\"Poem\",\"file\":\"a.pdf\"}]}", "kind: give one of")]
    [InlineData("{\"documents\":[{\"kind\":\"Other\",\"file\":\"a.pdf\"},{\"kind\":\"Other\",\"file\":\"a.pdf\"}]}", "names a.pdf twice")]
    [InlineData("{\"documents\":[],\"documents\":[]}", "well-formed")]
    [InlineData("{\"documents\":[", "well-formed")]
    public Task A_list_that_is_not_of_its_form_is_refused_with_400(string json, string words) =>
        RefusesAsync(400, words, Body(Zipped.Of(Manifest(json))));

    public static TheoryData<string, bool> Utf16 =>
        new()
        {
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
        };

    [Theory]
    [MemberData(nameof(Utf16))]
    public Task An_application_in_UTF_16_is_refused_with_400_with_and_without_its_mark(string encoding, bool isMarked)
    {
        var utf16 = Encoding.GetEncoding(encoding);
        byte[] json = [.. isMarked ? utf16.GetPreamble() : [], .. utf16.GetBytes(Listed)];
        return RefusesAsync(400, "UTF-16", Body(Zipped.Of(("application.json", json), Curriculum, Need)));
    }

    [Fact]
    public Task A_second_part_is_refused_with_400() =>
        RefusesAsync(400, "nothing else", new MultipartBody().Kind().File(Zipped.Of(Manifest(Listed)), "package.zip").Request());

    private static (string, byte[]) Manifest(string json) => ("application.json", Encoding.UTF8.GetBytes(json));

    private static HttpRequest Body(byte[] zip) => MultipartBody.Request(new MemoryStream(zip), "application/zip");

    private async Task<ApplicationPackage> OpenAsync(HttpRequest request)
    {
        var package = await _packages.ReadAsync(file =>
            request.CopyZipToAsync(file, PackageUpload.Largest, PackageUpload.TooLarge, CancellationToken.None)
        );
        return package.Open(package.Applications.Single());
    }

    private Task<MicroCred.App.Http.Problem> RefusesAsync(int status, string words, HttpRequest request) =>
        Refusals.RefusesAsync(status, words, () => OpenAsync(request));
}
