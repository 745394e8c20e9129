using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Documents;

/// <summary>Word documents on which the product once did the wrong thing, each with what is right for it, from tests/Cases.</summary>
public sealed class WordCaseTests(RunningInstance instance) : EndToEndTest(instance)
{
    public static TheoryData<string> Sound => Expected("accept");

    public static TheoryData<string> Hostile => Expected("refuse");

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task A_sound_one_is_taken_and_nothing_is_found_against_it(string file)
    {
        var application = await Instance.DraftAsync();

        var document = (await SendAsync(application, file)).Is(HttpStatusCode.Created).Json;
        var check = (await application.Owner.PostAsync($"{application.Path}/check")).Is(HttpStatusCode.OK).Json;

        Assert.Equal("Accepted", (string?)document["status"]);
        Assert.DoesNotContain(check["findings"]!.AsArray(), finding =>
            (string?)finding!["rule"] is "DOC02" or "DOC03" or "DOC04" or "DOC05"
        );
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_one_is_refused(string file) =>
        (await SendAsync(await Instance.DraftAsync(), file)).IsProblem(HttpStatusCode.UnprocessableEntity);

    [Theory]
    [InlineData("docx-dde-root.docx", "has a field that starts another program (DDEAUTO)")]
    [InlineData("docx-dde-afternested.docx", "has a field that starts another program (DDEAUTO)")]
    [InlineData("docx-dde-cdata.docx", "has a field that starts another program (DDEAUTO)")]
    [InlineData("docx-dde-comment.docx", "has a field that starts another program (DDEAUTO)")]
    [InlineData("docx-dde-folder-renamed.docx", "has a field that starts another program (DDEAUTO)")]
    [InlineData("docx-dde-tab.docx", "has a field that starts another program (DDE)")]
    [InlineData("docx-dde-quote.docx", "has a field that starts another program (DDE)")]
    [InlineData(
        "docx-includepicture-unc.docx",
        @"has a field that fetches something from elsewhere (INCLUDEPICTURE): \\198.51.100.7\s\x.png"
    )]
    [InlineData(
        "docx-template-sharepoint.docx",
        "takes its template from elsewhere, https://contoso.sharepoint.com/sites/Templates/Letterhead.dotx"
    )]
    [InlineData("docx-template-unc-office.docx", @"takes its template from elsewhere, file:///\\fileserver\Templates\Letterhead.dotx")]
    public async Task A_refusal_names_the_true_cause(string file, string words) =>
        Assert.Contains(words, (string?)(await SendAsync(await Instance.DraftAsync(), file)).Json["detail"], StringComparison.Ordinal);

    private static TheoryData<string> Expected(string answer) =>
        [.. DocumentCases.Of("docx-").Where(known => known.Expected == answer).Select(known => known.File)];

    private static async Task<Answer> SendAsync(TestApplication application, string file)
    {
        using var form = TestDocument.Form(await DocumentCases.ReadAsync(file), fileName: file);
        return await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/documents", form);
    }
}
