namespace MicroCred.Approval;

/// <summary>Funds: their names as TEC writes them, and the levels that each is for.</summary>
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

    /// <summary>The fund of a level; null where the level is missing or doesn't say enough.</summary>
    /// <param name="level">The level, 1 to 10.</param>
    /// <param name="degreeLevel">At level 7, whether it is of degree level; null where that isn't known.</param>
    public static Fund? Of(int? level, bool? degreeLevel) =>
        (level, degreeLevel) switch
        {
            (1 or 2, _) => Fund.Dq1To2,
            (>= 3 and <= 6, _) or (7, false) => Fund.Dq3To7,
            (7, true) or (>= 8 and <= 10, _) => Fund.Dq7To10,
            _ => null,
        };
}
