using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>The domain's values as people read them.</summary>
internal static class Labels
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(RegisterStatus status) => status == RegisterStatus.ListedByMistake ? "Listed by mistake" : status.ToString();

    public static string Of(UseCase useCase) =>
        useCase switch
        {
            UseCase.Pathway => "A pathway to a full qualification",
            UseCase.Upskilling => "Upskilling",
            UseCase.EmergingNeed => "A new or emerging skill need",
            _ => useCase.ToString(),
        };

    /// <summary>Such as “Online, at work”.</summary>
    public static string Of(IEnumerable<DeliveryMode> modes)
    {
        var list = string.Join(", ", modes.Select(Of));
        return $"{list[..1].ToUpperInvariant()}{list[1..]}";
    }

    public static string Of(RegisterFunding funding) =>
        funding.Outcome switch
        {
            FundingOutcome.Eligible => string.Create(
                CultureInfo.InvariantCulture,
                $"Approved for TEC funding{Fund(funding.Fund)}; {funding.Efts:0.0000} EFTS"
            ),
            FundingOutcome.Ineligible => "Not funded by TEC",
            _ => "With TEC for a decision",
        };

    public static string Of(StandardContent standard, Func<StandardContent, int?> number) =>
        number(standard)?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Of(DeliveryMode mode) =>
        mode switch
        {
            DeliveryMode.Workplace => "at work",
            DeliveryMode.ProviderBased => "at the provider’s place",
            DeliveryMode.Online => "online",
            DeliveryMode.Blended => "online and face to face",
            _ => mode.ToString(),
        };

    private static string Fund(Fund? fund) =>
        fund switch
        {
            Approval.Fund.Dq1To2 => " (DQ1-2)",
            Approval.Fund.Dq3To7 => " (DQ3-7)",
            Approval.Fund.Dq7To10 => " (DQ7-10)",
            _ => "",
        };
}
