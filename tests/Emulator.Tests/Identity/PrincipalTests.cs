using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Identity;

public sealed class PrincipalTests(PrincipalTests.App app) : IClassFixture<PrincipalTests.App>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_persona_s_id_as_bearer_token_makes_its_principal()
    {
        var principal = await PrincipalAsync(("Authorization", "Bearer tester"));

        Assert.Equal(
            """
            {"auth_typ":"local","name_typ":"name","role_typ":"roles","claims":[{"typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier","val":"tester"},{"typ":"name","val":"Tāne Tester"},{"typ":"roles","val":"Provider"},{"typ":"roles","val":"Evaluator"},{"typ":"provider_number","val":"9001"}]}
            """,
            Plain(principal));
    }

    [Theory]
    [InlineData("Authorization", "Bearer nobody")]
    [InlineData("Authorization", "Basic tester")]
    [InlineData("Cookie", "AppServiceAuthSession=nobody")]
    [InlineData("X-Other", "1")]
    public async Task Whoever_isn_t_known_has_none(string name, string value) => Assert.Equal("", await PrincipalAsync((name, value)));

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME")]
    [InlineData("X-MS-TOKEN-AAD-ID-TOKEN")]
    public async Task What_comes_from_outside_is_dropped(string name) => Assert.Equal("", await PrincipalAsync((name, "forged")));

    [Fact]
    public async Task What_comes_from_outside_is_dropped_for_one_who_has_signed_in_too()
    {
        var principal = await PrincipalAsync(("Authorization", "Bearer tester"), ("X-MS-CLIENT-PRINCIPAL", "forged"));

        Assert.DoesNotContain("forged", principal, StringComparison.Ordinal);
        Assert.Contains("\"tester\"", Plain(principal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_goes_before_the_cookie() =>
        Assert.Equal("", await PrincipalAsync(("Authorization", "Bearer nobody"), ("Cookie", "AppServiceAuthSession=tester")));

    [Fact]
    public async Task The_app_is_told_that_it_may_trust_the_header() => Assert.Equal("true", await app.Http.GetStringAsync("/api/trust"));

    private static string Plain(string principal)
    {
        using var json = JsonDocument.Parse(Convert.FromBase64String(principal));
        return JsonSerializer.Serialize(json, Readable);
    }

    private async Task<string> PrincipalAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/principal");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        var response = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public sealed class App() : AppFixture(typeof(Functions));

    internal static class Functions
    {
        [Function("Principal")]
        public static IResult Principal([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            var headers = request.Headers.Where(header => header.Key.StartsWith("X-MS-", StringComparison.OrdinalIgnoreCase)
                && !header.Key.Equals("x-ms-invocation-id", StringComparison.OrdinalIgnoreCase)).ToDictionary();
            return Results.Text(headers.TryGetValue("X-MS-CLIENT-PRINCIPAL", out var principal) ? principal : string.Concat(headers.Values));
        }

        [Function("Trust")]
        public static IResult Trust([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) => Results.Text(
            context.InstanceServices.GetRequiredService<IConfiguration>()["Identity:TrustPlatformPrincipal"]);
    }
}
