using System.Net;
using MicroCred.Demo.Http;

namespace MicroCred.Demo.Tests.Http;

public sealed class ApiFaultTests
{
    [Fact]
    public async Task A_problem_is_told_with_the_call_the_person_the_detail_and_the_findings()
    {
        const string Problem =
            """{ "status": 409, "detail": "It can't be submitted.", "findings": """
            + """[{ "rule": "CRED01", "field": "microCredential.credits", "message": "41 is too many." }] }""";

        Assert.Equal(
            "POST api/x as mito answered 409 Conflict: It can't be submitted.; CRED01 microCredential.credits: 41 is too many.",
            await MessageAsync(HttpStatusCode.Conflict, Problem)
        );
    }

    [Theory]
    [InlineData("", "POST api/x as mito answered 500 Internal Server Error: (no body)")]
    [InlineData("<html>", "POST api/x as mito answered 500 Internal Server Error: <html>")]
    [InlineData("[]", "POST api/x as mito answered 500 Internal Server Error: []")]
    public async Task Anything_else_is_shown_as_it_came(string body, string expected) =>
        Assert.Equal(expected, await MessageAsync(HttpStatusCode.InternalServerError, body));

    private static async Task<string> MessageAsync(HttpStatusCode status, string body)
    {
        using var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
        return (await ApiFault.FromAsync(HttpMethod.Post, "api/x", "mito", answer, CancellationToken.None)).Message;
    }
}
