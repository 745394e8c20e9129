using System.Globalization;

namespace MicroCred.Approval.Tests.Validation;

public sealed class FundingFactRulesTests
{
    [Theory]
    [InlineData("-1")]
    [InlineData("-0.01")]
    [InlineData("64.004")]
    [InlineData("0.005")]
    public void A_fee_that_is_no_amount_of_money_is_returned_by_FEE01(string fee) =>
        With(fee).Findings().AssertBreaksOnly("FEE01", Severity.Error, "funding.feePerCredit");

    [Theory]
    [InlineData("0")]
    [InlineData("64")]
    [InlineData("64.00")]
    [InlineData("63.990")]
    public void Dollars_and_cents_are_taken(string fee) => Assert.Empty(With(fee).Findings());

    private static AnApplication With(string fee) =>
        AnApplication.WithoutFault.WithAll(content =>
            content with
            {
                Funding = new(Requested: true, FeePerCredit: decimal.Parse(fee, CultureInfo.InvariantCulture)),
            }
        );
}
