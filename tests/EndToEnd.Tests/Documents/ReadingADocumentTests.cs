using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Documents;

public sealed class ReadingADocumentTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Theory]
    [InlineData("mito")]
    [InlineData("evaluator-1")]
    public async Task A_document_comes_back_to_the_byte_as_an_attachment(string reader)
    {
        var application = await Instance.InReviewAsync();
        var document = (await application.ReadAsync()).Json["documents"]![0]!;

        var read = (await As(reader).GetAsync($"{application.Path}/documents/{document["id"]}")).Is(HttpStatusCode.OK);

        Assert.Equal(TestDocument.Pdf(), read.Bytes);
        Assert.Equal(TestDocument.PdfType, read.MediaType);
        Assert.StartsWith("attachment", read.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("document.pdf", read.Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_with_macrons_comes_back_as_it_was()
    {
        var application = await Instance.DraftAsync();
        using var form = TestDocument.Form(TestDocument.Pdf(), fileName: "whānau.pdf");
        var document = (await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/documents", form))
            .Is(HttpStatusCode.Created)
            .Json;

        var read = (await application.Owner.GetAsync($"{application.Path}/documents/{document["id"]}")).Is(HttpStatusCode.OK);

        Assert.Contains("filename*=UTF-8''wh%C4%81nau.pdf", read.Header("Content-Disposition"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("d99")]
    [InlineData("0")]
    [InlineData("..%2F..")]
    public async Task A_document_that_there_is_not_is_not_there(string document)
    {
        var application = await Instance.DraftAsync();

        (await application.Owner.GetAsync($"{application.Path}/documents/{document}")).IsNotThereOrNotYours();
    }

    [Fact]
    public async Task A_document_of_one_application_is_not_there_in_another()
    {
        var (application, other) = (await Instance.DraftAsync(), await Instance.DraftAsync());
        var document = await application.UploadAsync();

        (await application.Owner.GetAsync($"{other.Path}/documents/{document}")).IsNotThereOrNotYours();
    }
}
