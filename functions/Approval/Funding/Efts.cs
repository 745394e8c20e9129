namespace MicroCred.Approval;

/// <summary>Equivalent full-time students: 120 credits are one learner's year.</summary>
public static class Efts
{
    /// <summary>Credits over 120, rounded to four decimals: 5 gives 0.0417.</summary>
    public static decimal Of(int credits) => Math.Round(credits / 120m, 4, MidpointRounding.AwayFromZero);

    /// <summary>The same for a valid number of credits.</summary>
    public static decimal Of(Credits credits) => Of(credits.Value);
}
