using MicroCred.App.Identity;
using MicroCred.Tests.Support;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Identity;

/// <summary>Callers are whom the directory says they are, whatever their token claims.</summary>
public sealed class CallersTests
{
    private static readonly Callers Callers = new(new SectorDirectory(Options.Create(new DirectoryOptions())));

    [Fact]
    public void A_person_acts_for_the_provider_whose_person_the_directory_has_them_as()
    {
        var mito = Of("mito", ["Provider"], claimed: "9004");

        Assert.Equal("9001", mito.Provider!.Number.ToString());
        Assert.False(mito.IsOnTwoSides || mito.LacksProvider);
    }

    [Fact]
    public void A_claim_alone_makes_nobody_a_providers_person()
    {
        var stranger = Of("stranger", ["Provider"], claimed: "9001");

        Assert.Null(stranger.Provider);
        Assert.True(stranger.LacksProvider);
    }

    [Theory]
    [InlineData("mito", "Provider", "Evaluator")]
    [InlineData("mito", "Provider", "Registrar")]
    [InlineData("mito", "Provider", "FundingAdviser")]
    [InlineData("mito", "Provider", "Operator")]
    [InlineData("mito", "Evaluator")]
    [InlineData("stranger", "Provider", "Evaluator")]
    public void Nobody_is_on_two_sides(string id, params string[] roles) => Assert.True(Of(id, roles, claimed: null).IsOnTwoSides);

    [Theory]
    [InlineData("Evaluator", "Registrar", "FundingAdviser", "Operator")]
    [InlineData("Evaluator")]
    public void Who_acts_for_no_provider_may_have_several_roles(params string[] roles) =>
        Assert.False(Of("evaluator-1", roles, claimed: null).IsOnTwoSides);

    [Fact]
    public void An_evaluators_interests_go_with_them() =>
        Assert.Equal(["9003"], Of("evaluator-2", ["Evaluator"], claimed: null).Interests.Select(provider => provider.ToString()));

    [Fact]
    public void An_interest_counts_in_whichever_list_the_directory_has_it()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                Repository
                    .Read("functions/App/Identity/directory.json")
                    .Replace("{ \"id\": \"registrar\",", "{ \"id\": \"evaluator-1\", \"interests\": [\"9002\"],", StringComparison.Ordinal)
            );
            SectorDirectory directory = new(Options.Create(new DirectoryOptions { Path = file }));

            Assert.Equal(["9002"], directory.InterestsOf("evaluator-1").Select(provider => provider.ToString()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_id_that_is_a_GUID_is_the_same_in_capitals()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id.ToString(), Of(id.ToString().ToUpperInvariant(), ["Evaluator"], claimed: null).Actor.Id);
    }

    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("mind-lab")]
    public void The_directory_takes_nobody_in_twice(string person)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                Repository.Read("functions/App/Identity/directory.json").Replace("[\"mito\"]", $"[\"{person}\"]", StringComparison.Ordinal)
            );
            var options = Options.Create(new DirectoryOptions { Path = file });

            var said = Assert.Throws<InvalidDataException>(() => new SectorDirectory(options)).Message;

            Assert.Contains(person, said, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Caller Of(string id, string[] roles, string? claimed)
    {
        IEnumerable<ClientPrincipal.Claim> claims =
        [
            new("oid", id),
            .. roles.Select(role => new ClientPrincipal.Claim("roles", role)),
            .. claimed is null ? [] : (ClientPrincipal.Claim[])[new("provider_number", claimed)],
        ];
        return Callers.Of(new ClientPrincipal("aad", "name", "roles", [.. claims]))!;
    }
}
