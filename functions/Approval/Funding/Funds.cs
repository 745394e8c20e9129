namespace MicroCred.Approval;

/// <summary>Names of funds as TEC writes them.</summary>
public static class Funds
{
    /// <summary>The fund's name, such as DQ3-7.</summary>
    public static string Name(Fund fund) =>
        fund switch
        {
            Fund.Dq1To2 => "DQ1-2",
            Fund.Dq3To7 => "DQ3-7",
            Fund.Dq7To10 => "DQ7-10",
            _ => throw new ArgumentOutOfRangeException(nameof(fund), fund, "Not a fund."),
        };
}
