using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Edge;

/// <summary>The caller's principal as the app receives it from App Service. The worker can only be reached through the Host.</summary>
[Collection(nameof(ProbeHost))]
public sealed class PrincipalTests(ProbeHost app)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task A_persona_s_id_as_bearer_token_makes_its_principal()
    {
        var principal = (await SeenAsync(("Authorization", "Bearer tester")))[Header];

        using var json = JsonDocument.Parse(Convert.FromBase64String(principal));
        Assert.Equal(
            """{"auth_typ":"local","name_typ":"name","role_typ":"roles","claims":"""
                + """[{"typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier","val":"tester"},"""
                + """{"typ":"name","val":"Tāne Tester"},{"typ":"roles","val":"Provider"},"""
                + """{"typ":"roles","val":"Evaluator"},{"typ":"provider_number","val":"9001"}]}""",
            JsonSerializer.Serialize(json, Readable)
        );
    }

    [Theory]
    [InlineData("Authorization", "Bearer nobody")]
    [InlineData("Authorization", "Basic tester")]
    [InlineData("X-Other", "1")]
    public async Task Whoever_is_not_known_has_none(string name, string value) =>
        Assert.DoesNotContain(Header, (await SeenAsync((name, value))).Keys);

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-IDP")]
    [InlineData("X-MS-TOKEN-AAD-ID-TOKEN")]
    [InlineData("x-ms-token-aad-access-token")]
    [InlineData("X-MS-TOKEN-GOOGLE-EXPIRES-ON")]
    public async Task What_comes_from_outside_is_dropped(string name)
    {
        Assert.DoesNotContain("forged", (await SeenAsync((name, "forged"))).Values);
        Assert.DoesNotContain("forged", (await SeenAsync((name, "forged"), ("Authorization", "Bearer tester"))).Values);
    }

    private async Task<Dictionary<string, string>> SeenAsync(params (string Name, string Value)[] headers)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/requests/headers", headers);
        return new(await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>() ?? [], StringComparer.OrdinalIgnoreCase);
    }
}
