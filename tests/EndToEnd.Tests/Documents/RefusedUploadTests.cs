using System.Net;
using System.Text;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.EndToEnd.Tests.Submission;

namespace MicroCred.EndToEnd.Tests.Documents;

public sealed class RefusedUploadTests(RunningInstance instance) : EndToEndTest(instance)
{
    public static readonly TheoryData<string> FileNamesWithAPath =
    [
        "../../etc/passwd.pdf",
        "/etc/passwd.pdf",
        "folder/file.pdf",
        @"..\..\windows\file.pdf",
        @"C:\file.pdf",
        "..",
        "file.pdf\0.exe",
    ];

    public static readonly TheoryData<string, string> FilesOfAnotherType = new()
    {
        { "document.pdf", "This is text." },
        { "document.docx", "This is text." },
        { "document.pdf", "<html><script>alert(1)</script></html>" },
        { "document.pdf", "MZ this would be a program" },
        { "document.pdf", HostileFiles.Eicar },
        { "document.txt", "This is text." },
    };

    [Theory]
    [MemberData(nameof(FilesOfAnotherType))]
    public Task A_file_that_is_neither_PDF_nor_DOCX_inside_is_of_the_wrong_type(string fileName, string content) =>
        IsRefusedAsync(() => TestDocument.Form(Encoding.Latin1.GetBytes(content), fileName: fileName), answer => answer.IsWrongType());

    [Fact]
    public Task A_zip_that_is_no_DOCX_is_of_the_wrong_type() =>
        IsRefusedAsync(
            () => TestDocument.Form(TestPackage.Zip(("notes.txt", "This is text."u8.ToArray())), fileName: "document.docx"),
            answer => answer.IsWrongType()
        );

    [Fact]
    public Task An_empty_file_is_refused() =>
        IsRefusedAsync(
            () => TestDocument.Form([]),
            answer => answer.IsProblem(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType)
        );

    [Theory]
    [MemberData(nameof(HostileFiles.Names), MemberType = typeof(HostileFiles))]
    public Task A_file_that_would_do_harm_is_refused_and_not_kept(string name) =>
        IsRefusedAsync(
            () =>
                TestDocument.Form(
                    HostileFiles.Make(name),
                    fileName: name.StartsWith("a PDF", StringComparison.Ordinal) ? "document.pdf" : "document.docx"
                ),
            answer => answer.IsProblem(HttpStatusCode.UnprocessableEntity)
        );

    [Theory]
    [MemberData(nameof(FileNamesWithAPath))]
    public Task A_path_in_a_file_name_is_refused(string fileName) =>
        IsRefusedAsync(() => Raw($"filename=\"{fileName}\"", "Curriculum"), answer => answer.IsBadRequest());

    [Theory]
    [MemberData(nameof(FileNamesWithAPath))]
    public Task A_path_in_an_encoded_file_name_is_refused(string fileName) =>
        IsRefusedAsync(
            () => Raw($"filename=\"a.pdf\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}", "Curriculum"),
            answer => answer.IsBadRequest()
        );

    [Theory]
    [InlineData("Diary")]
    [InlineData("curriculum vitae")]
    [InlineData("1")]
    [InlineData("")]
    public Task An_unknown_kind_is_refused(string kind) =>
        IsRefusedAsync(() => TestDocument.Form(TestDocument.Pdf(), kind), answer => answer.IsBadRequest());

    [Fact]
    public Task A_form_without_a_kind_is_refused() =>
        IsRefusedAsync(
            () => new MultipartFormDataContent { { TestDocument.File(TestDocument.Pdf()), "file", "a.pdf" } },
            answer => answer.IsBadRequest()
        );

    [Fact]
    public Task A_form_without_a_file_is_refused() =>
        IsRefusedAsync(() => new MultipartFormDataContent { { new StringContent("Curriculum"), "kind" } }, answer => answer.IsBadRequest());

    [Fact]
    public Task A_form_that_breaks_off_is_refused() =>
        IsRefusedAsync(
            () => Body("multipart/form-data; boundary=limit", "--limit\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCurric"),
            answer => answer.IsBadRequest()
        );

    [Fact]
    public Task A_file_that_breaks_off_is_refused() =>
        IsRefusedAsync(
            () =>
                Body(
                    "multipart/form-data; boundary=limit",
                    $"{Part("kind", "Curriculum")}--limit\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"
                ),
            answer => answer.IsBadRequest()
        );

    [Fact]
    public Task A_form_without_a_boundary_is_refused() =>
        IsRefusedAsync(() => Body("multipart/form-data", Part("kind", "Curriculum")), answer => answer.IsBadRequest());

    [Fact]
    public Task A_form_with_another_boundary_than_it_says_is_refused() =>
        IsRefusedAsync(
            () => Body("multipart/form-data; boundary=other", $"{Part("kind", "Curriculum")}--limit--\r\n"),
            answer => answer.IsBadRequest()
        );

    [Fact]
    public Task An_empty_form_is_refused() =>
        IsRefusedAsync(() => Body("multipart/form-data; boundary=limit", "--limit--\r\n"), answer => answer.IsBadRequest());

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/pdf")]
    [InlineData("application/x-www-form-urlencoded")]
    public Task A_body_that_is_no_form_is_of_the_wrong_type(string contentType) =>
        IsRefusedAsync(() => Body(contentType, "{}"), answer => answer.IsWrongType());

    private async Task IsRefusedAsync(Func<HttpContent> content, Func<Answer, Answer> isRefused)
    {
        var application = await Instance.DraftAsync();
        using var body = content();

        await application.StaysAsItIsAsync(async () =>
            isRefused(await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/documents", body))
        );
    }

    /// <summary>A form whose file part is named exactly so: .NET's own form would escape the name.</summary>
    private static ByteArrayContent Raw(string fileName, string kind) =>
        Body(
            "multipart/form-data; boundary=limit",
            $"{Part("kind", kind)}--limit\r\nContent-Disposition: form-data; name=\"file\"; {fileName}\r\n\r\n"
                + $"{Encoding.Latin1.GetString(TestDocument.Pdf())}\r\n--limit--\r\n"
        );

    private static string Part(string name, string value) =>
        $"--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";

    private static ByteArrayContent Body(string contentType, string text)
    {
        var body = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return body;
    }
}
