using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Documents;

public sealed class UploadingADocumentTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const int MebiByte = 1024 * 1024;

    [Fact]
    public async Task An_uploaded_PDF_is_described_as_it_is()
    {
        var (application, content) = (await Instance.DraftAsync(), TestDocument.Pdf());

        var document = (await UploadAsync(application, content, "Curriculum", "Te reo Māori – whānau.pdf")).Is(HttpStatusCode.Created).Json;

        Assert.False(string.IsNullOrEmpty((string?)document["id"]));
        Assert.Equal("Curriculum", (string?)document["kind"]);
        Assert.Equal("Te reo Māori – whānau.pdf", (string?)document["fileName"]);
        Assert.Equal(TestDocument.PdfType, (string?)document["contentType"]);
        Assert.Equal(content.Length, (int?)document["size"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), ((string?)document["sha256"])?.ToLowerInvariant());
        Assert.Equal("Accepted", (string?)document["status"]);
        Assert.True(
            JsonNode.DeepEquals(document["id"], Assert.Single((await application.ReadAsync()).Json["documents"]!.AsArray())!["id"])
        );
    }

    [Fact]
    public async Task An_uploaded_DOCX_is_known_for_one_by_its_content()
    {
        var document = (await UploadAsync(await Instance.DraftAsync(), TestDocument.Docx(), fileName: "plan.docx"))
            .Is(HttpStatusCode.Created)
            .Json;

        Assert.Equal(TestDocument.DocxType, (string?)document["contentType"]);
        Assert.Equal("Accepted", (string?)document["status"]);
    }

    [Theory]
    [InlineData("Curriculum")]
    [InlineData("AssessmentPlan")]
    [InlineData("EvidenceOfNeed")]
    [InlineData("SupportLetter")]
    [InlineData("Other")]
    public async Task Every_kind_of_document_can_be_uploaded(string kind)
    {
        var document = (await UploadAsync(await Instance.DraftAsync(), TestDocument.Pdf(), kind)).Is(HttpStatusCode.Created).Json;

        Assert.Equal(kind, (string?)document["kind"]);
    }

    [Fact]
    public async Task A_body_in_chunks_is_taken_as_one_of_known_length_is()
    {
        var application = await Instance.DraftAsync();
        using var form = TestDocument.Form(TestDocument.Pdf());

        (
            await application.Owner.SendAsync(
                HttpMethod.Post,
                $"{application.Path}/documents",
                form,
                new Header("Transfer-Encoding", "chunked")
            )
        ).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_document_may_have_25_MiB_and_not_a_byte_more()
    {
        var application = await Instance.DraftAsync();

        var document = (await UploadAsync(application, TestDocument.PdfOf(25 * MebiByte))).Is(HttpStatusCode.Created).Json;
        Assert.Equal(25 * MebiByte, (int?)document["size"]);
        Assert.Equal("Accepted", (string?)document["status"]);

        await application.StaysAsItIsAsync(async () =>
            (await UploadAsync(application, TestDocument.PdfOf((25 * MebiByte) + 1))).IsTooLarge()
        );
    }

    [Fact]
    public async Task Documents_may_have_100_MiB_together_and_not_more()
    {
        var application = await Instance.DraftAsync();
        for (var i = 0; i < 4; i++)
        {
            (await UploadAsync(application, TestDocument.PdfOf((25 * MebiByte) - 1000 + i), "Other")).Is(HttpStatusCode.Created);
        }

        await application.StaysAsItIsAsync(async () => (await UploadAsync(application, TestDocument.PdfOf(10_000), "Other")).IsTooLarge());
    }

    [Fact]
    public async Task An_encrypted_PDF_is_kept_for_what_it_is_and_said_to_be_unusable()
    {
        var document = (await UploadAsync(await Instance.DraftAsync(), TestDocument.EncryptedPdf())).Is(HttpStatusCode.Created).Json;

        Assert.Equal("Rejected", (string?)document["status"]);
        Assert.Contains(document["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "DOC03");
    }

    [Theory]
    [InlineData("document.pdf")]
    [InlineData("document.docx")]
    public async Task A_document_that_breaks_off_is_kept_for_what_it_is_and_said_to_be_unreadable(string fileName)
    {
        var whole = fileName == "document.pdf" ? TestDocument.Pdf() : TestDocument.Docx();

        var document = (await UploadAsync(await Instance.DraftAsync(), whole[..200], fileName: fileName)).Is(HttpStatusCode.Created).Json;

        Assert.Equal("Rejected", (string?)document["status"]);
        Assert.Contains(document["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "DOC02");
    }

    [Fact]
    public async Task The_same_idempotency_key_gives_the_same_document()
    {
        var application = await Instance.DraftAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await UploadAsync(application, TestDocument.Pdf(), headers: key)).Is(HttpStatusCode.Created);
        var again = (await UploadAsync(application, TestDocument.Pdf(), headers: key)).Is(HttpStatusCode.Created);

        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
        Assert.Single((await application.ReadAsync()).Json["documents"]!.AsArray());
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        var stale = await application.ETagAsync();
        await application.UploadAsync();

        await application.StaysAsItIsAsync(async () =>
            (await UploadAsync(application, TestDocument.Pdf(), headers: Header.IfMatch(stale))).IsMoved()
        );
    }

    [Fact]
    public async Task A_returned_application_takes_documents_as_a_draft_does()
    {
        var application = await Instance.ReturnedAsync();

        await application.UploadAsync("SupportLetter");

        Assert.Equal(4, (await application.ReadAsync()).Json["documents"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_application_in_review_takes_no_documents()
    {
        var application = await Instance.InReviewAsync();

        await application.StaysAsItIsAsync(async () => (await UploadAsync(application, TestDocument.Pdf())).IsWrongState());
    }

    private static async Task<Answer> UploadAsync(
        TestApplication application,
        byte[] content,
        string kind = "Curriculum",
        string fileName = "document.pdf",
        params Header[] headers
    )
    {
        using var form = TestDocument.Form(content, kind, fileName);
        return await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/documents", form, headers);
    }
}
