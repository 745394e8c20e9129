using System.Text;
using MicroCred.App.Identity;

namespace MicroCred.App.Tests.Identity;

public sealed class ClientPrincipalTests
{
    [Fact]
    public void The_local_form_is_read()
    {
        var principal = Read(
            """
            {"auth_typ":"local","name_typ":"name","role_typ":"roles","claims":[
              {"typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier","val":"mito"},
              {"typ":"name","val":"MITO (Te Pūkenga WBL)"},{"typ":"roles","val":"Provider"},{"typ":"provider_number","val":"9001"}]}
            """
        );

        Assert.Equal("mito", principal!.Id);
        Assert.Equal("MITO (Te Pūkenga WBL)", principal.Name);
        Assert.Equal(["Provider"], principal.Roles);
        Assert.Equal("9001", principal.Value("provider_number"));
    }

    [Fact]
    public void The_form_of_Entra_ID_is_read_and_its_object_id_names_the_person()
    {
        var principal = Read(
            """
            {"auth_typ":"aad","name_typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
             "role_typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","claims":[
              {"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"0b1c"},
              {"typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier","val":"pairwise"},
              {"typ":"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress","val":"a.evaluator@nzqa.example"},
              {"typ":"name","val":"A. Evaluator"},{"typ":"roles","val":"Evaluator"},{"typ":"roles","val":"Registrar"}]}
            """
        );

        Assert.Equal("0b1c", principal!.Id);
        Assert.Equal("A. Evaluator", principal.Name);
        Assert.Equal(["Evaluator", "Registrar"], principal.Roles);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("bm90IGpzb24=")]
    public void Anything_else_is_nobody(string? header) => Assert.Null(ClientPrincipal.Read(header));

    [Theory]
    [InlineData("Evaluator, Registrar")]
    [InlineData("evaluator")]
    [InlineData("1")]
    [InlineData("")]
    public void A_role_is_known_by_its_own_name_and_no_other(string role) =>
        Assert.Equal(
            [Role.Registrar],
            Read($$"""{"claims":[{"typ":"roles","val":"{{role}}"},{"typ":"roles","val":"Registrar"}]}""")!.AppRoles
        );

    [Fact]
    public void A_claim_that_is_none_is_passed_over() => Assert.Null(Read("""{"claims":[null]}""")!.Id);

    private static ClientPrincipal? Read(string json) => ClientPrincipal.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
}
