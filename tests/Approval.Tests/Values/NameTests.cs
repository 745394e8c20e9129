namespace MicroCred.Approval.Tests;

public sealed class NameTests
{
    [Theory]
    [InlineData(ProviderType.InstituteOfTechnology, "Te Pūkenga (ITPs)")]
    [InlineData(ProviderType.WorkBasedLearning, "ITOs and Te Pūkenga (WBL)")]
    [InlineData(ProviderType.Pte, "PTE")]
    [InlineData(ProviderType.Wananga, "Wānanga")]
    [InlineData(ProviderType.University, "University")]
    [InlineData(ProviderType.IndustrySkillsBoard, "Industry Skills Board")]
    public void Types_of_provider_are_named_as_Table_One_names_them(ProviderType type, string name) =>
        Assert.Equal(name, ProviderTypes.Name(type));

    [Theory]
    [InlineData(Fund.Dq1To2, "DQ1-2")]
    [InlineData(Fund.Dq3To7, "DQ3-7")]
    [InlineData(Fund.Dq7To10, "DQ7-10")]
    public void Funds_are_named_as_TEC_names_them(Fund fund, string name) => Assert.Equal(name, Funds.Name(fund));
}
