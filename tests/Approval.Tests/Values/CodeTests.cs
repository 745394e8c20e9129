namespace MicroCred.Approval.Tests;

public sealed class CodeTests
{
    [Theory]
    [InlineData("5056", true)]
    [InlineData("0001", true)]
    [InlineData("505", false)]
    [InlineData("50567", false)]
    [InlineData("505a", false)]
    [InlineData("５０５６", false)]
    [InlineData(" 505", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Provider_numbers_and_reporting_codes_are_four_plain_digits(string? text, bool good)
    {
        Assert.Equal(good, ProviderNumber.TryCreate(text, out var number));
        Assert.Equal(good, ReportingCode.TryCreate(text, out var code));
        if (good)
        {
            Assert.Equal((text, text), (number.ToString(), code.ToString()));
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => ProviderNumber.Parse(text!));
        }
    }

    [Theory]
    [InlineData("030501", "Engineering and Related Technologies", "Automotive Engineering and Technology")]
    [InlineData("091301", "Society and Culture", "Librarianship, Information Management and Curatorial Studies")]
    [InlineData("059999", "Agriculture, Environmental and Related Studies", "Other Agriculture, Environmental and Related Studies")]
    public void A_subject_names_its_broad_and_its_narrow_field(string code, string broad, string narrow)
    {
        var subject = NzscedCode.Parse(code);
        Assert.Equal((code, broad, narrow), (subject.ToString(), subject.BroadField, subject.NarrowField));
    }

    [Theory]
    [InlineData("03050")]
    [InlineData("0305011")]
    [InlineData("03050x")]
    [InlineData("030201")]
    [InlineData("130101")]
    [InlineData(null)]
    public void A_subject_outside_the_classification_cannot_be_held(string? code)
    {
        Assert.False(NzscedCode.TryCreate(code, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => NzscedCode.Parse(code!));
    }

    [Fact]
    public void The_classification_has_twelve_broad_fields() => Assert.Equal(12, Nzsced.BroadFields.Count);
}
