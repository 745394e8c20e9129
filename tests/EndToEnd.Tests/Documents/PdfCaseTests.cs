using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Documents;

/// <summary>PDFs on which the product once did the wrong thing, each with what is right for it, from tests/Cases.</summary>
public sealed class PdfCaseTests(RunningInstance instance) : EndToEndTest(instance)
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (var (file, expected) in DocumentCases.Of("pdf-"))
            {
                cases.Add(file, expected);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_answered_as_it_should_be(string file, string expected)
    {
        var (status, findings) = await SendAsync(file);
        if (expected == "accept")
        {
            Assert.Equal((HttpStatusCode.Created, ""), (status, string.Join('\n', findings)));
        }
        else if (expected == "refuse")
        {
            Assert.True(
                status == HttpStatusCode.UnprocessableEntity || (status == HttpStatusCode.Created && findings.Count > 0),
                $"{file} came to {status}."
            );
        }
    }

    [Theory]
    [InlineData("pdf-gotor-unc-open.pdf", "opens another file by itself")]
    [InlineData("pdf-ref-xobject-unc.pdf", "shows a page of another file")]
    [InlineData("pdf-uri-open-file-unc.pdf", "goes to an address by itself")]
    [InlineData("pdf-uri-open-http.pdf", "http://198.51.100.7/track")]
    [InlineData("pdf-owner-password-aes-256.pdf", "opens without a password")]
    [InlineData("pdf-user-password-aes-256.pdf", "The PDF is encrypted.")]
    public async Task A_refusal_names_the_true_cause(string file, string words) =>
        Assert.Contains((await SendAsync(file)).Findings, finding => finding.Contains(words, StringComparison.Ordinal));

    private async Task<(HttpStatusCode Status, IReadOnlyList<string> Findings)> SendAsync(string file)
    {
        var application = await Instance.DraftAsync();
        var content = await DocumentCases.ReadAsync(file);
        var answer = await application.Owner.SendAsync(
            HttpMethod.Post,
            $"{application.Path}/documents",
            TestDocument.Form(content, fileName: file)
        );
        return (answer.Status, [.. Messages(answer.Json["findings"]), .. await CheckedAsync(application)]);
    }

    // What the check finds against documents that are there; that others are missing is no matter here.
    private static async Task<IEnumerable<string>> CheckedAsync(TestApplication application) =>
        Messages((await application.Owner.PostAsync($"{application.Path}/check")).Is(HttpStatusCode.OK).Json["findings"], except: "DOC01");

    private static IEnumerable<string> Messages(JsonNode? findings, string except = "") =>
        (findings?.AsArray() ?? [])
            .Where(finding => (string?)finding!["rule"] is { } rule && rule.StartsWith("DOC", StringComparison.Ordinal) && rule != except)
            .Select(finding => (string)finding!["message"]!);
}
