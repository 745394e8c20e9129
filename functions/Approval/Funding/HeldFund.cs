namespace MicroCred.Approval;

/// <summary>A fund that TEC pays a provider from.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="From">The first year, such as 2019.</param>
/// <param name="To">The last year; null where it goes on.</param>
public sealed record HeldFund(Fund Fund, int From, int? To = null)
{
    /// <summary>Whether the provider holds it in a year.</summary>
    public bool IsHeldIn(int year) => From <= year && (To is null || year <= To);
}
