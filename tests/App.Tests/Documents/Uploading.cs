using System.Security.Cryptography;
using System.Text;
using MicroCred.Inspection;
using MicroCred.Inspection.Tests.Files;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

public sealed class Uploading(UploadStorage storage) : UploadingPart(storage)
{
    private readonly UploadStorage _storage = storage;
    private readonly ApplicationId _application = ApplicationId.New(Guid.NewGuid());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_is_kept_under_the_hash_of_its_bytes_whichever_part_comes_first(bool kindFirst)
    {
        var body = kindFirst ? new MultipartBody().Kind().File(PdfFile.Honest) : new MultipartBody().File(PdfFile.Honest).Kind();
        string sha256;
        var (document, bytes) = await UploadAsync(body.Request());
        await using (bytes)
        {
            sha256 = document.Sha256;
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(PdfFile.Honest)), sha256);
            Assert.Equal(
                (DocumentKind.Curriculum, "curriculum.pdf", DocumentTypes.Pdf),
                (document.Kind, document.FileName, document.ContentType)
            );
            Assert.Equal((PdfFile.Honest.Length, DocumentStatus.Accepted), (document.Size, document.Status));
            await UploadStorage.HasNothingAsync(_storage.Documents, $"{_application}/");
            await _storage.Store.KeepAsync(_application, document, CancellationToken.None);
        }
        var kept = await _storage.Documents.GetBlobClient($"{_application}/{sha256}").DownloadContentAsync();
        Assert.Equal(PdfFile.Honest, kept.Value.Content.ToArray());
    }

    [Fact]
    public async Task The_same_document_once_more_is_kept_once_and_not_written_over()
    {
        var docx = DocxFile.Honest;
        for (var time = 0; time < 2; time++)
        {
            var (document, bytes) = await UploadAsync(new MultipartBody().Kind().File(docx, "need.docx").Request());
            await using var received = bytes;
            await _storage.Store.KeepAsync(_application, document, CancellationToken.None);
        }
        Assert.Single(await _storage.Documents.GetBlobsAsync(default, default, $"{_application}/", CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task What_nobody_keeps_is_gone()
    {
        await (await UploadAsync(new MultipartBody().Kind().File(PdfFile.Honest).Request())).Bytes.DisposeAsync();
        await UploadStorage.HasNothingAsync(_storage.Documents, $"{_application}/");
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_rejected_with_the_finding_and_its_bytes_are_not_kept()
    {
        var (document, bytes) = await UploadAsync(new MultipartBody().Kind().File(PdfFile.Honest[..100]).Request());
        await using var received = bytes;
        await _storage.Store.KeepAsync(_application, document, CancellationToken.None);
        Assert.Equal(DocumentStatus.Rejected, document.Status);
        Assert.Equal("DOC02", Assert.Single(document.Findings).Rule);
        await UploadStorage.HasNothingAsync(_storage.Documents, $"{_application}/");
    }

    [Fact]
    public Task What_is_no_document_is_refused_with_415() =>
        RefusesAsync(415, "neither a PDF nor a DOCX", new MultipartBody().Kind().File(TestVirus.Bytes));

    [Fact]
    public Task An_empty_file_is_refused_with_415() => RefusesAsync(415, "empty", new MultipartBody().Kind().File([]));

    [Fact]
    public async Task What_is_hostile_is_refused_with_422_and_finding_DOC04()
    {
        var problem = await RefusesAsync(
            422,
            "macros",
            new MultipartBody().Kind().File(DocxFile.Honest.Plus("word/vbaProject.bin", [1]), "need.docx")
        );
        Assert.Equal("DOC04", Assert.Single(problem.Findings!).Rule);
    }

    public sealed class Sizes(UploadStorage storage) : UploadingPart(storage)
    {
        [Fact]
        public async Task Of_25_MiB_exactly_it_is_taken()
        {
            var (document, bytes) = await UploadAsync(LargePdf.Upload(DocumentLimits.Each));
            await using var received = bytes;
            Assert.Equal((DocumentLimits.Each, DocumentStatus.Accepted), (document.Size, document.Status));
        }

        [Fact]
        public Task Of_one_byte_more_it_is_refused_with_413() =>
            Refusals.RefusesAsync(413, "25 MiB", () => UploadAsync(LargePdf.Upload(DocumentLimits.Each + 1)));

        [Fact]
        public Task A_body_without_end_is_refused_with_413() =>
            Refusals.RefusesAsync(413, "25 MiB", () => UploadAsync(LargePdf.Upload(1L << 40)));
    }

    public sealed class Forms(UploadStorage storage) : UploadingPart(storage)
    {
        [Theory]
        [InlineData("application/json", 415, "multipart/form-data")]
        [InlineData("", 415, "multipart/form-data")]
        [InlineData("multipart/form-data", 400, "broken")]
        [InlineData("multipart/form-data; boundary=another", 400, "broken")]
        public Task Another_type_of_body_is_refused(string contentType, int status, string words) =>
            Refusals.RefusesAsync(status, words, () => UploadAsync(new MultipartBody().Kind().File(PdfFile.Honest).Request(contentType)));

        [Theory]
        [InlineData(5)]
        [InlineData(60)]
        [InlineData(500)]
        public Task A_body_that_breaks_off_is_refused_with_400(int missing) =>
            Refusals.RefusesAsync(400, "breaks off", () => UploadAsync(new MultipartBody().Kind().File(PdfFile.Honest).CutOff(missing)));

        [Fact]
        public Task A_missing_kind_is_refused_with_400() =>
            RefusesAsync("The part kind is missing", new MultipartBody().File(PdfFile.Honest));

        [Fact]
        public Task A_missing_file_is_refused_with_400() => RefusesAsync("The part file is missing", new MultipartBody().Kind());

        [Theory]
        [InlineData("Poem")]
        [InlineData("curriculum")]
        [InlineData("0")]
        [InlineData("")]
        [InlineData("Curriculum\r\n")]
        public Task An_unknown_kind_is_refused_with_400(string kind) =>
            RefusesAsync("kind: give one of Curriculum, ", new MultipartBody().Kind(kind).File(PdfFile.Honest));

        [Fact]
        public Task A_second_kind_is_refused_with_400() =>
            RefusesAsync("“kind” too many", new MultipartBody().Kind().Kind().File(PdfFile.Honest));

        [Fact]
        public Task A_second_file_is_refused_with_400() =>
            RefusesAsync("“file” too many", new MultipartBody().Kind().File(PdfFile.Honest).File(PdfFile.Honest));

        [Fact]
        public Task An_unknown_part_is_refused_with_400() =>
            RefusesAsync("“note” too many", new MultipartBody().Kind().Part("form-data; name=\"note\"", []));

        [Fact]
        public Task A_part_without_a_disposition_is_refused_with_400() =>
            RefusesAsync("broken", new MultipartBody().Part("attachment; name=\"file\"", []));

        [Fact]
        public Task Headers_past_all_measure_are_refused_with_400() =>
            RefusesAsync("broken", new MultipartBody().Part($"form-data; name=\"kind\"; a=\"{new string('a', 20_000)}\"", []));

        private Task<MicroCred.App.Http.Problem> RefusesAsync(string words, MultipartBody body) =>
            Refusals.RefusesAsync(400, words, () => UploadAsync(body.Request()));
    }

    public sealed class Names(UploadStorage storage) : UploadingPart(storage)
    {
        [Theory]
        [InlineData("filename=\"Tikanga Māori.pdf\"", "Tikanga Māori.pdf")]
        [InlineData("filename=\"Tikanga Ma\u0304ori.pdf\"", "Tikanga Māori.pdf")]
        [InlineData("filename=\"x.pdf\"; filename*=UTF-8''Tikanga%20M%C4%81ori.pdf", "Tikanga Māori.pdf")]
        [InlineData("filename*=UTF-8''wh%C4%81nau.pdf", "whānau.pdf")]
        [InlineData("filename=plain.pdf", "plain.pdf")]
        [InlineData("filename=\"the \\\"short\\\" course.pdf\"", "the \"short\" course.pdf")]
        [InlineData("filename=\"x.pdf\"; filename*=ISO-8859-1''caf%E9.pdf", "café.pdf")]
        public async Task Macrons_come_through(string given, string kept)
        {
            var (document, bytes) = await UploadAsync(Named(given));
            await using var received = bytes;
            Assert.Equal(kept, document.FileName);
        }

        [Theory]
        [InlineData("filename=\"../../etc/passwd\"", "path")]
        [InlineData("filename=\"C:\\\\temp\\\\a.pdf\"", "path")]
        [InlineData("filename=\"folder/a.pdf\"", "path")]
        [InlineData("filename*=UTF-8''..%2Fa.pdf", "path")]
        [InlineData("filename=\"..\"", "path")]
        [InlineData("filename=\"a:b.pdf\"", "path")]
        [InlineData("filename=\"a\u202efdp.exe\"", "can't be seen")]
        [InlineData("filename*=UTF-8''a%00.pdf", "can't be seen")]
        [InlineData("filename=\"\"", "no name")]
        [InlineData("filename=\"  \"", "no name")]
        [InlineData("x=\"y\"", "no name")]
        public Task What_is_no_name_is_refused_with_400(string given, string words) =>
            Refusals.RefusesAsync(400, words, () => UploadAsync(Named(given)));

        [Theory]
        [InlineData("café – “plan”.pdf", 1252)]
        [InlineData("Année d'études.pdf", 28591)]
        [InlineData("Māori.pdf", 65001)]
        public async Task Names_in_an_older_encoding_come_through(string name, int codePage)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
            var opening = encoding.GetBytes($"--a-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
            var (document, bytes) = await UploadAsync(
                new MultipartBody().Kind().Raw("", opening, PdfFile.Honest, "\r\n"u8.ToArray()).Request()
            );
            await using var received = bytes;
            Assert.Equal(name, document.FileName);
        }

        [Fact]
        public async Task A_name_is_as_long_as_it_is_composed()
        {
            var (document, bytes) = await UploadAsync(Named($"filename=\"{string.Concat(Enumerable.Repeat("a\u0304", 190))}.pdf\""));
            await using var received = bytes;
            Assert.Equal(194, document.FileName.Length);
        }

        [Fact]
        public Task A_name_past_all_measure_is_refused_with_400() =>
            Refusals.RefusesAsync(400, "longer", () => UploadAsync(Named($"filename=\"{new string('a', 201)}\"")));

        private static HttpRequest Named(string fileName) =>
            new MultipartBody().Kind().Part($"form-data; name=\"file\"; {fileName}", PdfFile.Honest).Request();
    }

    private Task<MicroCred.App.Http.Problem> RefusesAsync(int status, string words, MultipartBody body) =>
        Refusals.RefusesAsync(status, words, () => UploadAsync(body.Request()));
}
