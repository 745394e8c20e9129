using System.Net;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Submission;

/// <summary>Packages on which the product once did the wrong thing, each with what is right for it, from tests/Cases.</summary>
public sealed class PackageCaseTests(RunningInstance instance) : EndToEndTest(instance)
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var (file, expected) in DocumentCases.Of("package-"))
            {
                cases.Add(file, expected);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_answered_as_it_should_be(string file, string statuses) =>
        Assert.Contains($"{(int)(await SendAsync(file)).Status}", statuses.Split(" or "));

    [Theory]
    [InlineData("package-cp1252.zip", "UTF-8")]
    [InlineData("package-bad-utf8-docname.zip", "UTF-8")]
    [InlineData("package-utf16le-bom.zip", "UTF-16")]
    [InlineData("package-lone-surrogate-docname.zip", "half a character")]
    public async Task A_refusal_names_the_true_cause(string file, string words) =>
        Assert.Contains(words, (string?)(await SendAsync(file)).Json["detail"], StringComparison.Ordinal);

    [Fact]
    public async Task A_name_in_an_old_code_page_is_matched_or_refused_with_both_names()
    {
        var answer = await SendAsync("package-acute-cp850-noflag.zip");

        if (answer.Status == HttpStatusCode.Accepted)
        {
            return;
        }

        var detail = (string?)answer.IsBadRequest().Json["detail"];
        Assert.Contains("names the file résumé-curriculum.pdf", detail, StringComparison.Ordinal);
        Assert.Matches(@"There is a file r.+sum.+-curriculum\.pdf, which it doesn't name", detail);
    }

    private async Task<Answer> SendAsync(string file)
    {
        using ByteArrayContent zip = new(await DocumentCases.ReadAsync(file));
        zip.Headers.TryAddWithoutValidation("Content-Type", "application/zip");
        return await As("mito").SendAsync(HttpMethod.Post, "api/applications/package", zip);
    }
}
