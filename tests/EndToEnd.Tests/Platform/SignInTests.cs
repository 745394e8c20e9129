using System.Net;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Platform;

public sealed class SignInTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task The_persona_that_is_signed_in_is_known() => (await As("mito").GetAsync("api/applications")).Is(HttpStatusCode.OK);

    [Theory]
    [InlineData("nobody")]
    [InlineData("mito.evaluator-1")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaXRvIn0.")]
    public async Task A_token_that_nobody_has_is_unknown(string token) =>
        (await Instance.With(SignIn.Bearer(token)).GetAsync("api/applications")).IsUnknownCaller();

    [Theory]
    [InlineData("not base64")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOltudWxsXX0=")]
    public async Task A_principal_that_cannot_be_read_is_unknown(string value) =>
        (await Instance.With(new SignIn(SignIn.PrincipalHeader, value)).GetAsync("api/applications")).IsUnknownCaller();

    [Fact]
    public async Task A_principal_of_the_callers_own_making_counts_for_nothing_where_there_is_a_sign_in()
    {
        var forged = Instance.With(SignIn.Principal(new("registrar", "Forged", ["Registrar"], new Dictionary<string, string>())));

        var answer = await forged.GetAsync("api/tasks");

        // A bare Functions host has no sign-in in front of it; there the header is all that there is.
        if (SignIn.ByPrincipal)
        {
            answer.Is(HttpStatusCode.OK);
        }
        else
        {
            answer.IsUnknownCaller();
        }
    }

    [Fact]
    public async Task A_principal_of_the_callers_own_making_does_not_add_to_a_sign_in()
    {
        var forged = SignIn.Principal(new("registrar", "Forged", ["Registrar"], new Dictionary<string, string>()));

        (await As("mito").GetAsync("api/tasks", new Header(forged.Header, forged.Value))).IsProblem(
            HttpStatusCode.Forbidden,
            HttpStatusCode.Unauthorized
        );
    }
}
